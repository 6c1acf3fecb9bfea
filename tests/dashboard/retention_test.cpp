#include "dashboard/retention.hpp"

#include "dashboard/formula.hpp"
#include "dashboard/ledger_reads.hpp"
#include "dashboard/recording_canvas.hpp"
#include "dashboard/source.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <regex>

namespace perennial::dashboard {
namespace {

using testing::HasSubstr;

RetentionInput input() {
    return {.language = catalog::Language::english,
            .as_of = {},
            .measure = 0,
            .most_months = 30,
            .ledger = source(SheetKind::ledger, 500),
            .contracts = {},
            .referrals = {},
            .clients = {}};
}

RetentionInput whole_input() {
    RetentionInput result = input();
    result.contracts = source(SheetKind::contracts, 500);
    result.referrals = source(SheetKind::referrals, 500);
    result.clients = source(SheetKind::clients, 500);
    return result;
}

RecordingCanvas drawn(const RetentionInput& from) {
    RecordingCanvas canvas;
    draw_retention(canvas, from);
    return canvas;
}

bool reads(const RecordingCanvas& canvas, const std::string& call) {
    const auto has = [&call](const std::string& formula) { return formula.find(call) != std::string::npos; };
    return std::any_of(canvas.arrays.begin(), canvas.arrays.end(),
                       [&](const RecordingCanvas::Array& array) { return has(array.formula); }) ||
           std::any_of(canvas.formulas.begin(), canvas.formulas.end(),
                       [&](const auto& cell) { return has(cell.second); });
}

bool is_figure(const std::string& text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char letter) {
        return std::isdigit(letter) || letter == '.' || letter == ',' || letter == '%' || letter == '-';
    });
}

int missing_parts(const RecordingCanvas& canvas) {
    int count = 0;
    for (const auto& [spot, text] : canvas.texts)
        count += canvas.styles.at(spot) == Style::missing ? 1 : 0;
    return count;
}

/// A table of clients, rather than the number of the ledger's state.
bool is_client_table(const RecordingCanvas::Array& array) {
    return array.formula.starts_with("=PERENNIAL.CLIENTTABLE") &&
           array.formula.find("\"state\"") == std::string::npos;
}

TEST(RetentionPage, HoldsNoFigureThatIsNotAFormula) {
    for (const auto& [spot, text] : drawn(whole_input()).texts)
        EXPECT_FALSE(is_figure(text)) << "column " << spot.first << ", row " << spot.second << ": " << text;
}

TEST(RetentionPage, ReadsTheLedgerByItsRangeNames) {
    const RecordingCanvas canvas = drawn(input());
    EXPECT_TRUE(reads(
        canvas, "PERENNIAL.COHORT(pn_ledger_client;pn_ledger_date;pn_ledger_amount;\"month\";\"clients\""));
    EXPECT_TRUE(reads(
        canvas, "PERENNIAL.COHORT(pn_ledger_client;pn_ledger_date;pn_ledger_amount;\"month\";\"revenue\""));
    EXPECT_TRUE(reads(canvas, "PERENNIAL.CLIENTTABLE(pn_ledger_client;pn_ledger_date;pn_ledger_amount"));
}

TEST(RetentionPage, ReadsTheLedgerOnce) {
    const LedgerReads reads = ledger_reads(drawn(input()), "pn_ledger_client");
    EXPECT_EQ(reads.calls, 18) << "its state, two tables of cohorts, and dates of clients now and the month "
                                  "before: four times to count them, three where there are none to count, "
                                  "four for repeat rates, four for how long they stay";
    EXPECT_EQ(reads.readings, 1);
    EXPECT_EQ(ledger_reads(drawn(whole_input()), "pn_ledger_client").readings, 1);
}

TEST(RetentionPage, ReadsCopiesOfTheLedgerOnce) {
    RetentionInput with_faults = input();
    with_faults.ledger.has_faults = true;
    const RecordingCanvas canvas = drawn(with_faults);
    const LedgerReads reads = ledger_reads(canvas, "pn_retention_ledger_client");
    EXPECT_EQ(reads.calls, 18);
    EXPECT_EQ(reads.readings, 1);
    const std::string state = "pn_retention_ledger_state";
    EXPECT_TRUE(drawn(input()).names.contains(state));
    EXPECT_FALSE(canvas.names.contains(state)) << "other pages do not read these copies";
}

TEST(RetentionPage, ReadsCopiesWhereRowsAreSetAside) {
    RetentionInput with_faults = input();
    with_faults.ledger.has_faults = true;
    const RecordingCanvas canvas = drawn(with_faults);
    for (const RecordingCanvas::Array& array : canvas.arrays) {
        if (array.formula.find("PERENNIAL.COHORT") == std::string::npos)
            continue;
        EXPECT_THAT(
            array.formula,
            HasSubstr("pn_retention_ledger_client;pn_retention_ledger_date;pn_retention_ledger_amount"));
    }
    ASSERT_TRUE(canvas.names.contains("pn_retention_ledger_date"));
    EXPECT_EQ(canvas.names.at("pn_retention_ledger_date").rows, 500);
}

TEST(RetentionPage, ReadsDatesFromTextWhereTheMappingSaysSo) {
    EXPECT_FALSE(reads(drawn(input()), "DATEVALUE"));
    RetentionInput with_texts = input();
    with_texts.ledger.reads_dates = true;
    EXPECT_TRUE(reads(drawn(with_texts), "DATEVALUE"));
}

TEST(RetentionPage, LeavesOutRowsThatRepeatADocument) {
    RetentionInput with_repeats = input();
    with_repeats.ledger.has_faults = true;
    with_repeats.ledger.excluded = {3, 17};
    EXPECT_TRUE(reads(drawn(with_repeats), "=IFERROR(ROW($'Client''s data'.$A$18);0)"))
        << "a reference that follows its row";
    const std::string term = "MATCH(INDEX(pn_ledger_document;2)";
    EXPECT_FALSE(reads(drawn(with_repeats), term));
    with_repeats.ledger.has_repeats = true;
    EXPECT_TRUE(reads(drawn(with_repeats), term));
}

TEST(RetentionPage, ReadsEverySheetThatIsMapped) {
    const RecordingCanvas canvas = drawn(whole_input());
    EXPECT_TRUE(reads(canvas, "PERENNIAL.MRRMOVEMENTS(pn_retention_contracts_service_client;"
                              "pn_retention_contracts_service_start;pn_retention_contracts_service_end;"
                              "pn_retention_contracts_service_mrr;"));
    EXPECT_TRUE(reads(canvas, "PERENNIAL.RENEWALRATE(pn_retention_contracts_end;"));
    EXPECT_TRUE(reads(canvas, "INDEX(pn_referrals_referrer;2):"));
    EXPECT_TRUE(reads(canvas, "PERENNIAL.R3INDEX("));
    EXPECT_TRUE(reads(canvas, "PERENNIAL.KAPLANMEIER("));
    EXPECT_TRUE(reads(canvas, "PERENNIAL.SBGFIT("));
    EXPECT_TRUE(reads(canvas, "pn_retention_clients_sign_usage"));
    EXPECT_EQ(missing_parts(canvas), 0);
}

TEST(RetentionPage, ReadsAContractWithAPauseAsTwoTimesOfServiceAndCountsItOnce) {
    const RecordingCanvas paused = drawn(whole_input());
    for (const std::string role : {"client", "start", "end", "mrr"}) {
        EXPECT_EQ(paused.names.at("pn_retention_contracts_" + role).rows, 500);
        EXPECT_EQ(paused.names.at("pn_retention_contracts_service_" + role).rows, 1000);
    }
    EXPECT_TRUE(reads(paused, "PERENNIAL.RENEWALRATE(pn_retention_contracts_end;"));

    RetentionInput running = whole_input();
    const auto roles_of_contracts = roles(SheetKind::contracts);
    for (std::size_t role = 0; role < roles_of_contracts.size(); ++role)
        if (roles_of_contracts[role].key == "paused_from")
            running.contracts->mapped[role] = false;
    const RecordingCanvas plain = drawn(running);
    EXPECT_FALSE(plain.names.contains("pn_retention_contracts_service_client"));
    EXPECT_TRUE(reads(plain, "PERENNIAL.MRRMOVEMENTS(pn_retention_contracts_client;"
                             "pn_retention_contracts_start;pn_retention_contracts_end;"
                             "pn_retention_contracts_mrr;"));
}

TEST(RetentionPage, SaysWhichSheetBringsAPartWithoutData) {
    const RecordingCanvas canvas = drawn(input());
    EXPECT_EQ(missing_parts(canvas), 4);
    EXPECT_FALSE(reads(canvas, "PERENNIAL.MRRMOVEMENTS"));
    EXPECT_TRUE(canvas.has_text(
        "Choose the sheet with your contracts in the panel Data, and refresh, to see this part."));

    RetentionInput bare = whole_input();
    bare.contracts = source(SheetKind::contracts, 500, false);
    bare.contracts->mapped[2] = true;
    bare.clients = source(SheetKind::clients, 500, false);
    EXPECT_EQ(missing_parts(drawn(bare)), 2) << "contracts without ends, clients without signs";
}

TEST(RetentionPage, SpreadsAnAmountOverTheMonthsOfItsContract) {
    RetentionInput spread = input();
    spread.contracts = source(SheetKind::contracts, 500);
    spread.contracts->mapped[2] = false;
    EXPECT_TRUE(reads(drawn(spread), "pn_contracts_amount"));
    EXPECT_FALSE(reads(drawn(spread), "pn_contracts_monthly"));
}

TEST(RetentionPage, KeepsWhatTheUserPickedForTheCohorts) {
    RetentionInput picked = input();
    picked.measure = 2;
    const RecordingCanvas canvas = drawn(picked);
    const Spot cell = canvas.names.at(std::string(measure_name)).first;
    EXPECT_EQ(canvas.texts.at({cell.column, cell.row}), "Revenue");
    EXPECT_THAT(canvas.choices.at({cell.column, cell.row}),
                testing::ElementsAre("Clients", "Retention, %", "Revenue"));
}

TEST(RetentionPage, FollowsTheDataUnlessADateIsGiven) {
    const auto as_of = [](const RecordingCanvas& canvas) {
        const Area cell = canvas.names.at(std::string(as_of_name));
        return canvas.formulas.at({cell.first.column, cell.first.row});
    };
    EXPECT_EQ(as_of(drawn(input())), "=MAX(pn_ledger_date)");
    RetentionInput dated = input();
    dated.as_of = "DATE(2024;12;31)";
    EXPECT_EQ(as_of(drawn(dated)), "=DATE(2024;12;31)");
}

TEST(RetentionPage, GivesItsTablesTheRoomAskedFor) {
    for (const RecordingCanvas::Array& array : drawn(input()).arrays) {
        if (array.formula.starts_with("=PERENNIAL.COHORT")) {
            EXPECT_EQ(array.area.rows, 31);
            EXPECT_EQ(array.area.columns, 32);
        }
    }
}

TEST(RetentionPage, HasNoCellsForAllClients) {
    const RecordingCanvas canvas = drawn(whole_input());
    EXPECT_TRUE(std::none_of(canvas.arrays.begin(), canvas.arrays.end(), is_client_table));
    EXPECT_TRUE(reads(canvas, "FREQUENCY(PERENNIAL.CLIENTTABLE("));
    EXPECT_TRUE(reads(canvas, "=(ROWS(PERENNIAL.CLIENTTABLE("));
}

TEST(RetentionPage, KeepsItsPartsApart) {
    const RecordingCanvas canvas = drawn(whole_input());
    for (std::size_t one = 0; one < canvas.merged.size(); ++one)
        for (std::size_t other = one + 1; other < canvas.merged.size(); ++other) {
            const Area& a = canvas.merged[one];
            const Area& b = canvas.merged[other];
            const bool apart = a.last().column < b.first.column || b.last().column < a.first.column ||
                               a.last().row < b.first.row || b.last().row < a.first.row;
            EXPECT_TRUE(apart) << absolute(a) << " and " << absolute(b);
        }
}

TEST(RetentionPage, PrintsThePageWithoutItsWorkings) {
    const RecordingCanvas canvas = drawn(whole_input());
    ASSERT_TRUE(canvas.printed);
    for (const RecordingCanvas::Array& array : canvas.arrays)
        EXPECT_GT(array.area.first.column, canvas.printed->last().column) << array.formula;
    for (const Chart& chart : canvas.charts)
        EXPECT_LE(chart.place.last().column, canvas.printed->last().column);
}

TEST(RetentionPage, ShadesTheCohortsFromDarkToLight) {
    const RecordingCanvas canvas = drawn(input());
    const auto heat = std::find_if(canvas.conditional.begin(), canvas.conditional.end(),
                                   [](const auto& entry) { return entry.second.size() == heat_steps; });
    ASSERT_NE(heat, canvas.conditional.end());
    EXPECT_EQ(heat->second.front().style, Style::heat_7);
    EXPECT_EQ(heat->second.back().style, Style::heat_1);
    // A book in which nobody comes back has no best share to measure by.
    EXPECT_THAT(heat->second.front().formula, testing::HasSubstr(";0.01)"));
}

TEST(RetentionPage, CopiesNoLedgerWhoseFaultsTheFunctionsPassOver) {
    RetentionInput faulty = input();
    faulty.ledger.has_faults = true;
    const auto copies = [](const RetentionInput& from) {
        const RecordingCanvas canvas = drawn(from);
        return std::count_if(
            canvas.arrays.begin(), canvas.arrays.end(),
            [&](const RecordingCanvas::Array& array) { return array.area.rows == from.ledger.rows; });
    };
    EXPECT_EQ(copies(faulty), 3) << "the day says whether a row can be used";
    faulty.ledger.passes_over = true;
    EXPECT_EQ(copies(faulty), 0);
    faulty.ledger.reads_dates = true;
    EXPECT_EQ(copies(faulty), 0);
}

TEST(RetentionPage, LaysTheSurvivalBandBehindTheCurveAndNamesTheLines) {
    const RecordingCanvas canvas = drawn(whole_input());
    const auto chart = std::find_if(canvas.charts.begin(), canvas.charts.end(),
                                    [](const Chart& each) { return each.name == "pn_survival"; });
    ASSERT_NE(chart, canvas.charts.end());
    using Kind = Series::Kind;
    const Kind kinds[] = {Kind::band_floor,  Kind::band,  Kind::line,
                          Kind::dotted_line, Kind::label, Kind::label};
    ASSERT_EQ(chart->series.size(), std::size(kinds));
    for (std::size_t index = 0; index < std::size(kinds); ++index) {
        EXPECT_EQ(chart->series[index].kind, kinds[index]);
        EXPECT_EQ(chart->series[index].cells.rows, chart->categories.rows);
    }
    const auto name = [&](std::size_t series) {
        const Spot head = chart->series[series].cells.first;
        return canvas.texts.at({head.column, head.row});
    };
    EXPECT_EQ(name(4), "measured, 95% band");
    EXPECT_EQ(name(5), "projected (sBG)");
}

TEST(RetentionPage, WritesMoneyAtTheAxesOfMoney) {
    for (const Chart& chart : drawn(whole_input()).charts)
        if (chart.name == "pn_revenue" || chart.name == "pn_recurring") {
            EXPECT_EQ(chart.axis, Format::amount) << chart.name;
        }
}

TEST(RetentionPage, SpeaksTheLanguageOfTheReader) {
    RetentionInput chinese = whole_input();
    chinese.language = catalog::Language::simplified_chinese;
    EXPECT_TRUE(drawn(input()).has_text("Repeat rate"));
    const RecordingCanvas canvas = drawn(chinese);
    EXPECT_TRUE(canvas.has_text("复购率"));
    for (const auto& [spot, text] : canvas.texts)
        EXPECT_TRUE(std::any_of(text.begin(), text.end(), [](char letter) {
            return (static_cast<unsigned char>(letter) & 0x80U) != 0;
        })) << text;
    chinese.language = catalog::Language::traditional_chinese;
    EXPECT_TRUE(drawn(chinese).has_text("回購率"));
}

TEST(RetentionPage, TellsItsProgressInGrowingShares) {
    const std::vector<double> shares = drawn(input()).shares;
    ASSERT_FALSE(shares.empty());
    EXPECT_TRUE(std::is_sorted(shares.begin(), shares.end()));
    EXPECT_LE(shares.back(), 1);
}

TEST(RetentionPage, WritesPercentAsItsCellsDo) {
    const RecordingCanvas canvas = drawn(whole_input());
    const std::regex apart("([0-9]|&\") %");
    for (const auto* written : {&canvas.texts, &canvas.formulas})
        for (const auto& [spot, text] : *written)
            EXPECT_FALSE(std::regex_search(text, apart)) << text;
}

TEST(RetentionPage, GivesUpWhenTheCanvasDoes) {
    RecordingCanvas canvas;
    canvas.give_up_at = 3;
    EXPECT_THROW(draw_retention(canvas, input()), std::runtime_error);
    EXPECT_EQ(canvas.shares.size(), 3U);
}

TEST(Sentence, JoinsItsWordsWithTheFigures) {
    EXPECT_EQ(sentence("{used} of {total} rows", {{"used", "A1"}, {"total", "B2"}}),
              "A1&\" of \"&B2&\" rows\"");
    EXPECT_EQ(sentence("none", {}), "\"none\"");
}

TEST(Sentence, RefusesAPlaceThatIsNotGiven) {
    EXPECT_THROW(sentence("{used} rows", {}), std::out_of_range);
    EXPECT_THROW(sentence("{used rows", {{"used", "A1"}}), std::invalid_argument);
}

TEST(Quoted, DoublesItsQuotes) {
    EXPECT_EQ(quoted("say \"when\""), "\"say \"\"when\"\"\"");
}

TEST(Geometry, WritesPlacesAsFormulasDo) {
    EXPECT_EQ(relative(Spot{0, 0}), "A1");
    EXPECT_EQ(relative(Spot{26, 9}), "AA10");
    EXPECT_EQ(fixed_column(Spot{2, 6}), "$C7");
    EXPECT_EQ(absolute(Area{{2, 6}, 3, 3}), "$C$7:$E$9");
}

} // namespace
} // namespace perennial::dashboard
