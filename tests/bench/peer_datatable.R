# data.table's part of ./tests/bench/peers: peer_datatable.R ORDERS TABLE REPEATS RESULT
#
# The timed part begins with a data.table in memory and ends with the finished table.
suppressPackageStartupMessages(library(data.table))
setDTthreads(2)

status <- function(figure) {
    lines <- readLines("/proc/self/status")
    as.numeric(gsub("[^0-9]", "", lines[startsWith(lines, figure)]))
}

cohorts <- function(orders) {
    active <- unique(orders[, .(client, month = year(date) * 12L + month(date) - 1L)])
    active[, cohort := min(month), by = client]
    active[, .N, keyby = .(cohort, distance = month - cohort)]
}

clients <- function(orders) {
    orders[, .(first = min(date), last = max(date), orders = .N, revenue = sum(amount)), by = client][
        order(-revenue, client)]
}

arguments <- commandArgs(trailingOnly = TRUE)
orders <- fread(arguments[1], colClasses = list(character = "client", IDate = "date", numeric = "amount"))
compute <- if (arguments[2] == "cohorts") cohorts else clients
invisible(gc())
cat("5", file = "/proc/self/clear_refs")
loaded <- status("VmRSS:")
most <- 0
seconds <- c()
processor <- c()
for (turn in seq_len(as.integer(arguments[3]))) {
    begin <- Sys.time()
    begin_processor <- sum(proc.time()[1:2])
    table <- compute(orders)
    seconds <- c(seconds, as.numeric(difftime(Sys.time(), begin, units = "secs")))
    processor <- c(processor, sum(proc.time()[1:2]) - begin_processor)
    if (most == 0) {
        most <- status("VmHWM:")
        lines <- if (arguments[2] == "cohorts") {
            table[, sprintf("%04d-%02d-01,%d,%d", cohort %/% 12L, cohort %% 12L + 1L, distance, N)]
        } else {
            table[, sprintf("%s,%s,%s,%d,%.2f", client, format(first), format(last), orders, revenue)]
        }
        writeLines(lines, arguments[4])
    }
}
cat(sprintf("{\"loaded\":%d,\"most\":%d,\"seconds\":[%s],\"processor\":[%s]}\n", loaded, most,
            paste(sprintf("%.6f", seconds), collapse = ","), paste(sprintf("%.6f", processor), collapse = ",")))
