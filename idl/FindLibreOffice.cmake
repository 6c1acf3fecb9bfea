# Finds LibreOffice's SDK and gives the target LibreOffice::uno and the tools unoidl-write and cppumaker.
set(LIBREOFFICE_HOME /usr/lib/libreoffice CACHE PATH "Where LibreOffice is installed")
set(sdk ${LIBREOFFICE_HOME}/sdk)

find_program(UNOIDL_WRITE unoidl-write HINTS ${sdk}/bin NO_DEFAULT_PATH)
find_program(CPPUMAKER cppumaker HINTS ${sdk}/bin NO_DEFAULT_PATH)
find_path(LIBREOFFICE_INCLUDE_DIR sal/types.h HINTS ${sdk}/include /usr/include/libreoffice)
set(LIBREOFFICE_TYPES ${LIBREOFFICE_HOME}/program/types.rdb ${LIBREOFFICE_HOME}/program/types/offapi.rdb)

set(libraries "")
set(missing FALSE)
foreach(name uno_cppu uno_cppuhelpergcc3 uno_sal uno_salhelpergcc3)
    find_library(LIBREOFFICE_${name} ${name} HINTS ${sdk}/lib)
    list(APPEND libraries ${LIBREOFFICE_${name}})
    if(NOT LIBREOFFICE_${name})
        set(missing TRUE)
    endif()
endforeach()
if(missing OR NOT UNOIDL_WRITE OR NOT CPPUMAKER OR NOT LIBREOFFICE_INCLUDE_DIR)
    message(FATAL_ERROR
        "LibreOffice's SDK was not found under ${LIBREOFFICE_HOME}: install the package libreoffice-dev, "
        "or say where LibreOffice is with -DLIBREOFFICE_HOME=FOLDER. "
        "Without the SDK, -DPERENNIAL_OFFICE=OFF builds everything outside the office.")
endif()

add_library(LibreOffice::uno INTERFACE IMPORTED)
target_include_directories(LibreOffice::uno SYSTEM INTERFACE ${LIBREOFFICE_INCLUDE_DIR})
target_compile_definitions(LibreOffice::uno INTERFACE UNX GCC LINUX CPPU_ENV=gcc3)
target_link_libraries(LibreOffice::uno INTERFACE ${libraries})
set(LibreOffice_FOUND TRUE)
