"""A LibreOffice of one's own, with the packed extension in it.

The office has a new profile, sees no other extension and leaves nothing behind; several can run at once. It
answers on a pipe, in this process's own thread. A watchdog ends an office that is still there when its time is
up, so that a call into a hanging one comes back with an error.
"""

import os
import pathlib
import shutil
import signal
import subprocess
import tempfile
import threading
import time
import uuid
import zipfile
from xml.sax.saxutils import escape

import uno
import unohelper
from com.sun.star.awt import XCallback
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.lang import DisposedException

SOURCE = pathlib.Path(__file__).resolve().parents[2]
START_LIMIT = 90
STOP_LIMIT = 20

# What a first start would show or ask, and what would make two runs differ.
SETTINGS = [
    ("/org.openoffice.Office.Common/Misc", "FirstRun", "false"),
    ("/org.openoffice.Office.Common/Misc", "ShowTipOfTheDay", "false"),
    ("/org.openoffice.Setup/Product", "ooSetupLastVersion", "99.9"),
    ("/org.openoffice.Setup/Product", "LastTimeGetInvolvedShown", "4000000000"),
    ("/org.openoffice.Setup/Product", "LastTimeDonateShown", "4000000000"),
    ("/org.openoffice.Office.Recovery/RecoveryInfo", "Enabled", "false"),
    ("/org.openoffice.Office.Recovery/AutoSave", "Enabled", "false"),
]


def property_value(name, value):
    result = PropertyValue()
    result.Name, result.Value = name, value
    return result


def properties(**values):
    return tuple(property_value(name, value) for name, value in values.items())


def url(path):
    return pathlib.Path(path).resolve().as_uri()


def unpack(extension, folder):
    """Unpacks the .oxt the way the office finds bundled extensions."""
    target = pathlib.Path(folder) / pathlib.Path(extension).stem
    shutil.rmtree(target, ignore_errors=True)
    with zipfile.ZipFile(extension) as archive:
        archive.extractall(target)


def write_profile(folder, language):
    """A profile's settings; without a language the office takes the one of the desktop."""
    settings = list(SETTINGS)
    if language:
        settings.append(("/org.openoffice.Office.Linguistic/General", "UILocale", language))
        settings.append(("/org.openoffice.Setup/L10N", "ooLocale", language))
        settings.append(("/org.openoffice.Setup/L10N", "ooSetupSystemLocale", language))
    items = "".join(
        f'<item oor:path="{path}"><prop oor:name="{name}" oor:op="fuse"><value>{escape(value)}</value></prop></item>\n'
        for path, name, value in settings
    )
    user = pathlib.Path(folder) / "user"
    user.mkdir(parents=True, exist_ok=True)
    (user / "registrymodifications.xcu").write_text(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<oor:items xmlns:oor="http://openoffice.org/2001/registry">\n' + items + "</oor:items>\n",
        encoding="utf-8",
    )


class Screen:
    """An X server without a monitor."""

    def __init__(self, size):
        self.size = size
        reading, writing = os.pipe()
        self.process = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{size[0]}x{size[1]}x24", "-ac", "-nolisten", "tcp"],
            pass_fds=[writing], stderr=subprocess.DEVNULL, start_new_session=True)
        os.close(writing)
        with os.fdopen(reading) as pipe:
            number = pipe.readline().strip()
        if not number:
            raise RuntimeError("Xvfb did not start: is the package xvfb installed?")
        self.name = ":" + number

    def run(self, *command, **options):
        """Runs a program on this screen and gives what it printed."""
        return subprocess.run(command, env=dict(os.environ, DISPLAY=self.name), check=True, timeout=60,
                              stdout=subprocess.PIPE, text=True, **options).stdout

    def fill(self):
        """Gives the office's windows the size of the screen: no window manager does it, and the office does not hear
        of a size before it has one."""
        end = time.monotonic() + START_LIMIT
        width, height = map(str, self.size)
        while time.monotonic() < end:
            windows = self.run("xdotool", "search", "--sync", "--onlyvisible", "--name", "LibreOffice").split()
            others = [window for window in windows if self._place(window) != ["0", "0", width, height]]
            if not others:
                return
            for window in others:
                self.run("xdotool", "windowmove", window, "0", "0", "windowsize", window, width, height)
            time.sleep(0.1)
        raise RuntimeError("the office's window does not fill the screen")

    def _place(self, window):
        told = dict(line.split("=") for line in self.run("xdotool", "getwindowgeometry", "--shell", window).split())
        return [told[name] for name in ("X", "Y", "WIDTH", "HEIGHT")]

    def screenshot(self, path):
        pathlib.Path(path).parent.mkdir(parents=True, exist_ok=True)
        self.run("import", "-window", "root", str(path))

    def stop(self):
        self.process.terminate()
        self.process.wait(STOP_LIMIT)


class MainThreadCall(unohelper.Base, XCallback):
    def __init__(self, function):
        self.function = function
        self.done = threading.Event()
        self.result = self.error = None

    def notify(self, _):
        try:
            self.result = self.function()
        except BaseException as error:
            self.error = error
        self.done.set()


class Office:
    """with Office(extension) as office: ... With extension=False it knows nothing of Perennial.

    Without windows; with window=True on a screen of its own, office.screen; with window="desktop" on the user's.
    """

    def __init__(self, extension=None, language="en-US", window=False, limit=600, screen_size=(1400, 1000),
                 more_extensions=()):
        if extension is None:
            extension = os.environ.get("PERENNIAL_OXT", SOURCE / "build" / "perennial.oxt")
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="perennial-"))
        self.window = window
        self.screen = Screen(screen_size) if window and window != "desktop" else None
        self.process = None
        self.watchdog = None
        try:
            for each in ([extension] if extension else []) + list(more_extensions):
                unpack(each, self.folder / "extensions")
            write_profile(self.folder / "profile", language)
            self._start(limit)
        except BaseException:
            self.stop()
            raise

    def _environment(self):
        environment = dict(os.environ)
        environment.pop("URE_MORE_TYPES", None)
        if self.window == "desktop":
            return environment
        home = self.folder / "home"
        home.mkdir()
        environment.update(HOME=str(home), XDG_CONFIG_HOME=str(home / "config"), XDG_CACHE_HOME=str(home / "cache"),
                           XDG_RUNTIME_DIR=str(home), LC_ALL="C.UTF-8")
        for variable in ("DISPLAY", "WAYLAND_DISPLAY", "DBUS_SESSION_BUS_ADDRESS"):
            environment.pop(variable, None)
        if self.window:
            environment.update(DISPLAY=self.screen.name, SAL_USE_VCLPLUGIN="gtk3", GDK_BACKEND="x11",
                               NO_AT_BRIDGE="1", GSETTINGS_BACKEND="memory")
        else:
            environment["SAL_USE_VCLPLUGIN"] = "svp"
        return environment

    def _start(self, limit):
        pipe = "perennial" + uuid.uuid4().hex
        command = [
            "soffice",
            "-env:UserInstallation=" + url(self.folder / "profile"),
            "-env:BUNDLED_EXTENSIONS=" + url(self.folder / "extensions"),
            "--norestore", "--nologo", "--nodefault", "--nolockcheck", "--nofirststartwizard",
            f"--accept=pipe,name={pipe};urp;",
        ]
        if not self.window:
            command.append("--headless")
        self.log = open(self.folder / "soffice.log", "wb")
        self.process = subprocess.Popen(command, env=self._environment(), stdin=subprocess.DEVNULL, stdout=self.log,
                                        stderr=subprocess.STDOUT, start_new_session=True)
        if limit:
            self.watchdog = threading.Timer(limit, self._kill)
            self.watchdog.daemon = True
            self.watchdog.start()
        self.context = self._connect(pipe)
        self.services = self.context.ServiceManager
        self.desktop = self.service("com.sun.star.frame.Desktop")

    def _connect(self, pipe):
        local = uno.getComponentContext()
        resolver = local.ServiceManager.createInstanceWithContext("com.sun.star.bridge.UnoUrlResolver", local)
        end = time.monotonic() + START_LIMIT
        while True:
            try:
                return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
            except NoConnectException:
                if self.process.poll() is not None or time.monotonic() > end:
                    said = (self.folder / "soffice.log").read_text(errors="replace")
                    raise RuntimeError(f"the office did not start; it said: {said}") from None
                time.sleep(0.1)

    def _kill(self):
        if self.process is not None:
            try:
                os.killpg(self.process.pid, signal.SIGKILL)
            except ProcessLookupError:
                pass

    def stop(self):
        if self.watchdog:
            self.watchdog.cancel()
        if self.process is not None:
            last_resort = threading.Timer(STOP_LIMIT, self._kill)
            last_resort.start()
            try:
                self.desktop.terminate()
            except (AttributeError, DisposedException):
                self._kill()
            self.process.wait()
            last_resort.cancel()
            self._kill()
            self.process = None
            self.log.close()
        if self.screen:
            self.screen.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def wait(self):
        """Until the user closes the office."""
        self.process.wait()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.stop()

    def service(self, name):
        return self.services.createInstanceWithContext(name, self.context)

    def call(self, function):
        """Runs a function whose calls into the office touch windows, and gives its result.

        GTK wants them in the office's main thread. Calls made from within a callback of the office run in the
        thread that waits for the callback, so the function is handed over as one.
        """
        if not self.window:
            return function()
        task = MainThreadCall(function)
        self.service("com.sun.star.awt.AsyncCallback").addCallback(task, None)
        while not task.done.wait(0.1):
            if self.process.poll() is not None:
                raise RuntimeError("the office ended in the middle of a call")
        if task.error:
            raise task.error
        return task.result

    def open(self, path=None, **options):
        """Opens a file, or a new spreadsheet. Not hidden: undo in a hidden document ends LibreOffice 7.4."""
        address = url(path) if path else "private:factory/scalc"
        document = self.call(
            lambda: self.desktop.loadComponentFromURL(address, "_blank", 0, properties(**options)))
        self.settle()
        if self.screen and document is not None and not options.get("Hidden"):
            self.screen.fill()
            self.settle()
        return document

    def settle(self):
        """Waits until all windows are painted and ready for keys and mouse."""
        if self.window:
            self.call(lambda: self.service("com.sun.star.awt.Toolkit").processEventsToIdle())

    def save(self, document, path, filter_name=None):
        path = pathlib.Path(path)
        path.parent.mkdir(parents=True, exist_ok=True)
        names = {".ods": "calc8", ".fods": "OpenDocument Spreadsheet Flat XML", ".xlsx": "Calc MS Excel 2007 XML",
                 ".pdf": "calc_pdf_Export"}
        options = properties(FilterName=filter_name or names[path.suffix], Overwrite=True)
        self.call(lambda: document.storeToURL(url(path), options))

    def dispatch(self, document, command, **arguments):
        """Sends a command URL and gives its DispatchResultEvent: State (1 is success) and Result."""
        frame = document.CurrentController.Frame
        helper = self.service("com.sun.star.frame.DispatchHelper")
        return self.call(lambda: helper.executeDispatch(frame, command, "", 0, properties(**arguments)))

    def run(self, document, command, **arguments):
        """Runs one of Perennial's commands: run(document, "build", Dashboard="retention")."""
        return self.dispatch(document, "org.perennial.calc:" + command, **arguments)
