#include "dashboard/sheet_check.hpp"

#include "dashboard/sample.hpp"

#include <gmock/gmock.h>

#include <chrono>
#include <map>
#include <string>

namespace perennial::dashboard {
namespace {

using metrics::Reason;

/// The check of a sheet that maps itself by its headers.
class Checked {
public:
    Checked(SheetKind kind, std::initializer_list<Row> rows, bool text_dates = false)
        : sample_(sheet(rows)), mapping_(guess_mapping(kind, sample_)) {
        mapping_.text_dates = text_dates;
        check();
    }

    /// The faults as "row role reason", rows counted as the sheet does.
    std::vector<std::string> faults() const {
        static const std::map<Reason, std::string> words = {
            {Reason::missing, "missing"},
            {Reason::is_text, "text"},
            {Reason::holds_error, "error"},
            {Reason::out_of_range, "range"},
            {Reason::before_start, "before"},
            {Reason::circle, "circle"},
            {Reason::second_referrer, "second"},
            {Reason::duplicate, "duplicate"},
            {Reason::total, "total"},
            {Reason::written_number, "number"},
        };
        std::vector<std::string> all;
        for (const RowFault& fault : report.faults)
            all.push_back(std::to_string(fault.row + static_cast<std::size_t>(mapping_.first_row) + 1) + " " +
                          std::string(roles(mapping_.kind)[fault.role].key) + " " + words.at(fault.reason));
        return all;
    }

    SheetReport report;

private:
    void check() {
        std::vector<metrics::Column> cells;
        cells.reserve(mapping_.columns.size());
        std::vector<const metrics::Column*> columns;
        for (const auto column : mapping_.columns) {
            columns.push_back(nullptr);
            if (!column)
                continue;
            metrics::Column& below =
                cells.emplace_back(sample_.columns[static_cast<std::size_t>(*column)].from(
                    static_cast<std::size_t>(mapping_.first_row)));
            columns.back() = &below;
        }
        report = check_sheet(mapping_, {}, metrics::DateOrder::month_first, columns);
    }

    Sample sample_;
    Mapping mapping_;
};

constexpr ErrorCell error;

TEST(CheckSheet, FindsCellsOfALedgerThatCannotBeRead) {
    const Checked ledger(SheetKind::ledger, {{"Client", "Date", "Amount", "Cost"},
                                             {"Anna", day, 12.5, 1.0},
                                             {none, day, 12.5},
                                             {"Anna", "soon", 12.5},
                                             {"Anna", day, "a lot"},
                                             {"Anna", day, error},
                                             {},
                                             {"Berg", day + 40, -3.0, none},
                                             {"Anna", day, none},
                                             {"Anna", day, 1.0, "free"}});
    EXPECT_THAT(ledger.faults(), testing::ElementsAre("3 client missing", "4 date text", "5 amount text",
                                                      "6 amount error", "9 amount missing", "10 cost text"));
    EXPECT_EQ(ledger.report.good, 2U);
    EXPECT_EQ(ledger.report.extent.rows, 2U);
    EXPECT_EQ(ledger.report.extent.months, 2);
    EXPECT_EQ(ledger.report.extent.first, std::chrono::year{2024} / 1 / 1);
    EXPECT_EQ(ledger.report.extent.last, std::chrono::year{2024} / 2 / 10);
}

TEST(CheckSheet, FindsDocumentNumbersThatStandTwice) {
    const Checked ledger(SheetKind::ledger, {{"Invoice no", "Client", "Date", "Amount"},
                                             {"RE 1", "Anna", day, 12.5},
                                             {"re1 ", "Berg", day, 20.0},
                                             {1001.0, "Anna", day, 5.0},
                                             {"1001", "Anna", day + 1, 5.0},
                                             {none, "Anna", day, 5.0},
                                             {none, "Anna", day, 5.0}});
    EXPECT_THAT(ledger.faults(), testing::ElementsAre("3 document duplicate", "5 document duplicate"));
    EXPECT_EQ(ledger.report.good, 4U);
    EXPECT_EQ(ledger.report.extent.rows, 6U);
}

TEST(CheckSheet, TakesLinesOfADocumentAndItsCreditNoteForWhatTheyAre) {
    const Checked ledger(SheetKind::ledger, {{"Invoice no", "Client", "Date", "Product", "Amount"},
                                             {"R1", "Anna", day, "Book", 12.5},
                                             {"R1", "Anna", day, "Course", 12.5},
                                             {"R1", "Anna", day, "Book", 20.0},
                                             {"R1", "Anna", day + 9, "Book", -12.5},
                                             {"R1", "Anna", day, "BOOK", 12.5},
                                             {"R1", "Anna", day + 9, "Book", -12.5}});
    EXPECT_THAT(ledger.faults(), testing::ElementsAre("6 document duplicate", "7 document duplicate"));
}

TEST(CheckSheet, SetsTotalsAside) {
    const Checked ledger(SheetKind::ledger, {{"Client", "Date", "Amount"},
                                             {"Anna", day, 12.5},
                                             {"Berg", day, 20.0},
                                             {"Total January", none, 32.5},
                                             {"Anna", day + 31, 1.25},
                                             {"Berg", "soon", 3.0},
                                             {none, none, 4.25},
                                             {"小计", day + 60, 36.75},
                                             {},
                                             {none, "Grand total:", 99.0},
                                             {"合計（元）", none, none}});
    EXPECT_THAT(ledger.faults(), testing::ElementsAre("4 client total", "6 date text", "7 amount total",
                                                      "8 client total", "10 date total", "11 client total"));
    EXPECT_EQ(ledger.report.good, 3U);
}

TEST(CheckSheet, KeepsTheOrdersOfClientsWhoAreCalledTotal) {
    const Checked ledger(SheetKind::ledger, {{"Client", "Date", "Amount"},
                                             {"Total Energies", day, 12.5},
                                             {"Total", day, 20.0},
                                             {"Anna", day, 32.5},
                                             {"Summer School", day, 65.0},
                                             {"Total Energies", none, 7.0}});
    EXPECT_THAT(ledger.faults(), testing::ElementsAre("6 date missing"));
    EXPECT_EQ(ledger.report.good, 4U);
}

TEST(CheckSheet, TellsNumbersThatAreTextFromOtherTexts) {
    const Checked ledger(SheetKind::ledger, {{"Client", "Date", "Amount"},
                                             {"Anna", day, "1.234,50 €"},
                                             {"Anna", day, "¥1,200"},
                                             {"Anna", day, "（１２０．００）"},
                                             {"Anna", day, "CHF 5.-"},
                                             {"Anna", day, "12"},
                                             {"Anna", day, "3 pieces"},
                                             {"Anna", day, "2024-01-31"},
                                             {"Anna", day, 5.0}});
    EXPECT_THAT(ledger.faults(),
                testing::ElementsAre("2 amount number", "3 amount number", "4 amount number",
                                     "5 amount number", "6 amount number", "7 amount text", "8 amount text"));
}

TEST(CheckSheet, FindsContractsThatEndBeforeTheyStart) {
    const Checked contracts(SheetKind::contracts,
                            {{"Client", "Start date", "End date", "Monthly fee", "Paused from", "Paused to"},
                             {"Anna", day, day + 365, 149.0},
                             {"Anna", day, day - 1, 149.0},
                             {"Anna", day, day, 149.0},
                             {"Anna", day, none, 149.0, day + 20, day + 10},
                             {"Anna", day, "open", 149.0},
                             {"Berg", day, none, none},
                             {"Berg", day, none, 1e15}});
    EXPECT_THAT(contracts.faults(), testing::ElementsAre("3 end before", "5 paused_to before", "6 end text",
                                                         "7 monthly missing", "8 monthly range"));
    EXPECT_EQ(contracts.report.extent.months, 12);
}

TEST(CheckSheet, WantsAmountAndMonthsWhereAContractHasNoMonthlyValue) {
    EXPECT_THAT(Checked(SheetKind::contracts, {{"Client", "Start date", "Contract amount", "Months"},
                                               {"Anna", day, 1200.0, 12.0},
                                               {"Anna", day, 1200.0, none},
                                               {"Anna", day, none, 12.0},
                                               {"Anna", day, 1200.0, 0.0}})
                    .faults(),
                testing::ElementsAre("3 months missing", "4 amount missing", "5 months range"));
    EXPECT_THAT(Checked(SheetKind::contracts, {{"Client", "Start date", "MRR", "Contract amount", "Months"},
                                               {"Anna", day, 100.0, none, none},
                                               {"Anna", day, none, 1200.0, 12.0},
                                               {"Anna", day, none, none, none}})
                    .faults(),
                testing::ElementsAre("4 monthly missing"));
}

TEST(CheckSheet, FindsCirclesAndSecondReferrers) {
    const Checked referrals(SheetKind::referrals, {{"Referrer", "Referred", "Date"},
                                                   {"Anna", "Berg", day},
                                                   {"berg", "Chen", day + 31},
                                                   {"Chen", "ANNA ", day},
                                                   {"Dora", "Dora", day},
                                                   {"Anna", "Chen", day},
                                                   {"Berg", "Chen", day},
                                                   {"Dora", none, day}});
    EXPECT_THAT(referrals.faults(), testing::ElementsAre("4 referrer circle", "5 referrer circle",
                                                         "6 referrer second", "8 referred missing"));
    EXPECT_EQ(referrals.report.extent.months, 2);
}

TEST(CheckSheet, TakesStepsOfAReferralAsDatesOrWords) {
    const Checked referrals(SheetKind::referrals, {{"Referrer", "Referred", "Date", "Clicked", "Closed"},
                                                   {"Anna", "Berg", day, 1.0, day + 3},
                                                   {"Anna", "Chen", day, none, "2024-01-31"},
                                                   {"Anna", "Dora", day, "yes", error}});
    EXPECT_THAT(referrals.faults(), testing::ElementsAre("4 closed error"));
    EXPECT_EQ(referrals.report.text_dates, 1U);
}

TEST(CheckSheet, ReadsClientsAndTouches) {
    const Checked clients(SheetKind::clients, {{"Client", "First contact", "Visibility", "Notes"},
                                               {"Anna", day, 80.0, "kind"},
                                               {none, day, 80.0, none},
                                               {"Berg", "long ago", none, none},
                                               {"Chen", none, "high", none},
                                               {"Dora", none, none, error}});
    EXPECT_THAT(clients.faults(), testing::ElementsAre("3 client missing", "4 first_contact text",
                                                       "5 visibility text", "6 notes error"));
    const Checked touches(
        SheetKind::touches,
        {{"Client", "Date", "Kind"}, {"Anna", day, "call"}, {"Anna", day, none}, {"Anna", none, "call"}});
    EXPECT_THAT(touches.faults(), testing::ElementsAre("3 kind missing", "4 date missing"));
}

TEST(CheckSheet, KnowsTheHeaderWhereNoNumberTellsIt) {
    const Checked headed(SheetKind::clients, {{"客户"}, {"王芳"}, {"李明"}});
    EXPECT_TRUE(headed.report.has_header);
    EXPECT_FALSE(Checked(SheetKind::ledger, {{"Anna", day, 12.5}}).report.has_header);
}

TEST(CheckSheet, CountsDatesThatAreTextAndUsesThemWhenAskedTo) {
    const auto rows = {Row{"Client", "Date", "Amount"}, Row{"Anna", "2024-01-31", 1.0},
                       Row{"Anna", "1/31/2024", 1.0},   Row{"Anna", "31/1/2024", 1.0},
                       Row{"Anna", 20240131.0, 1.0},    Row{"Anna", day, 1.0}};
    const Checked untouched(SheetKind::ledger, rows);
    EXPECT_EQ(untouched.report.text_dates, 3U);
    EXPECT_THAT(untouched.faults(),
                testing::ElementsAre("2 date text", "3 date text", "4 date text", "5 date range"));
    const Checked read(SheetKind::ledger, rows, true);
    EXPECT_EQ(read.report.text_dates, 3U);
    EXPECT_THAT(read.faults(), testing::ElementsAre("4 date text"));
    EXPECT_EQ(read.report.good, 4U);
    EXPECT_EQ(read.report.extent.last, std::chrono::year{2024} / 1 / 31);
}

TEST(CheckSheet, DoesNotTakeATextDateInTheFirstRowForAHeader) {
    EXPECT_THAT(
        Checked(SheetKind::ledger, {{"Anna", "2024-01-31", 1.0}, {"Berg", "2024-02-01", 2.0}}).faults(),
        testing::ElementsAre("1 date text", "2 date text"));
}

TEST(CheckSheet, HasNoRowsWithoutACompleteMapping) {
    const Mapping mapping{
        .kind = SheetKind::ledger, .sheet = "Orders", .first_row = 0, .columns = {0, 1, {}}};
    EXPECT_EQ(check_sheet(mapping, {}, metrics::DateOrder::day_first, {}).good, 0U);
}

} // namespace
} // namespace perennial::dashboard
