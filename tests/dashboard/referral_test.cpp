#include "dashboard/referral.hpp"

#include "dashboard/formula.hpp"
#include "dashboard/ledger_reads.hpp"
#include "dashboard/recording_canvas.hpp"
#include "dashboard/source.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>

namespace perennial::dashboard {
namespace {

using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

ReferralInput input() {
    ReferralInput result;
    result.referrals = source(SheetKind::referrals, 300);
    result.ledger = source(SheetKind::ledger, 2000);
    result.clients = source(SheetKind::clients, 200);
    return result;
}

RecordingCanvas drawn(const ReferralInput& from) {
    RecordingCanvas canvas;
    draw_referral(canvas, from);
    return canvas;
}

void leave_out(Source& from, std::string_view role) {
    const auto all = roles(from.kind);
    for (std::size_t index = 0; index < all.size(); ++index)
        if (all[index].key == role)
            from.mapped[index] = false;
}

bool is_figure(const std::string& text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](unsigned char letter) {
        return std::isdigit(letter) || letter == '.' || letter == ',' || letter == '%' || letter == '-';
    });
}

/// Every formula of the page, those of tables included.
std::vector<std::string> formulas(const RecordingCanvas& canvas) {
    std::vector<std::string> all;
    for (const auto& [spot, formula] : canvas.formulas)
        all.push_back(formula);
    for (const RecordingCanvas::Array& array : canvas.arrays)
        all.push_back(array.formula);
    return all;
}

/// The array formula of some cells.
std::optional<std::string> array_formula(const RecordingCanvas& canvas, const Area& cells) {
    for (const RecordingCanvas::Array& array : canvas.arrays)
        if (absolute(array.area) == absolute(cells))
            return array.formula;
    return std::nullopt;
}

bool calls(const RecordingCanvas& canvas, const std::string& start) {
    const auto all = formulas(canvas);
    return std::any_of(all.begin(), all.end(),
                       [&](const std::string& formula) { return formula.find(start) != std::string::npos; });
}

TEST(ReferralPage, HoldsNoFigureThatIsNotAFormula) {
    for (const auto& [spot, text] : drawn(input()).texts)
        EXPECT_FALSE(is_figure(text)) << "column " << spot.first << ", row " << spot.second << ": " << text;
}

TEST(ReferralPage, ComputesWithTheFunctionsOfTheReferralSystem) {
    const RecordingCanvas canvas = drawn(input());
    for (const char* function : {"REFERRERACTIVITY", "KFACTOR", "NPS", "REFERRALTIER", "REFERRALREWARD",
                                 "REFERREDLIFT", "REFERRALVALUE", "REFERRALADVICE", "RATEINTERVAL", "KTOTAL"})
        EXPECT_TRUE(calls(canvas, std::string("PERENNIAL.") + function + "(")) << function;
}

TEST(ReferralPage, UsesNoArithmeticOverColumnsThatReachToTheEndOfTheSheet) {
    for (const RecordingCanvas::Array& array : drawn(input()).arrays)
        for (const char* name : {"TRIM(pn_ledger_", "*pn_ledger_", "(pn_ledger_date>"})
            EXPECT_THAT(array.formula, Not(HasSubstr(name)));
}

TEST(ReferralPage, ReadsTheLedgerOnce) {
    const LedgerReads reads = ledger_reads(drawn(input()), "pn_ledger_client");
    EXPECT_EQ(reads.calls, 10);
    EXPECT_EQ(reads.readings, 1) << "its state";
    ReferralInput untiered = input();
    leave_out(*untiered.clients, "active_days");
    EXPECT_EQ(ledger_reads(drawn(untiered), "pn_ledger_client").calls, 8);
}

TEST(ReferralPage, LeavesReadingTheLedgerToTheRetentionPage) {
    const auto asks = [](const ReferralInput& from) {
        const auto all = formulas(drawn(from));
        return std::any_of(all.begin(), all.end(), [](const std::string& formula) {
            return formula.starts_with("=IFERROR(pn_retention_ledger_state;PERENNIAL.CLIENTTABLE(");
        });
    };
    EXPECT_TRUE(asks(input()));
    ReferralInput copied = input();
    copied.ledger->has_faults = true;
    EXPECT_FALSE(asks(copied)) << "its own copies";
}

TEST(ReferralPage, FindsOnceWhichRowsCanBeUsedWhereThatTakesASearch) {
    const auto searches = [](const ReferralInput& from) {
        const auto all = formulas(drawn(from));
        return std::count_if(all.begin(), all.end(), [](const std::string& formula) {
            return formula.find("ISNA(MATCH(ROW(") != std::string::npos;
        });
    };
    EXPECT_EQ(searches(input()), 0);
    ReferralInput excluding = input();
    excluding.referrals.has_faults = true;
    excluding.referrals.excluded = {7};
    EXPECT_EQ(searches(excluding), 1);
}

TEST(ReferralPage, CopiesASheetOfClientsOnlyWhereItMust) {
    ReferralInput sound = input();
    sound.clients->passes_over = true;
    const auto reads_copies = [](const ReferralInput& from) {
        const RecordingCanvas canvas = drawn(from);
        const auto days_of = [](const std::string& prefix) {
            return "PERENNIAL.CLIENTTABLE(" + prefix + "clients_client;" + prefix + "clients_active_days;";
        };
        EXPECT_NE(calls(canvas, days_of("pn_")), calls(canvas, days_of("pn_referral_")));
        return calls(canvas, days_of("pn_referral_"));
    };
    EXPECT_TRUE(reads_copies(input()));
    EXPECT_FALSE(reads_copies(sound));
    sound.ledger.reset();
    EXPECT_TRUE(calls(drawn(sound), "PERENNIAL.REFERRALRATE(pn_referral_clients_client;"));
}

TEST(ReferralPage, FollowsTheDataUnlessADateIsGiven) {
    const auto as_of = [](const RecordingCanvas& canvas) {
        const Area cell = canvas.names.at(std::string(referral_as_of_name));
        return array_formula(canvas, cell)
            .value_or(canvas.formulas.contains({cell.first.column, cell.first.row})
                          ? canvas.formulas.at({cell.first.column, cell.first.row})
                          : "");
    };
    const std::string sound = as_of(drawn(input()));
    EXPECT_TRUE(sound.starts_with("=MAX(MAXIFS(INDEX(pn_referrals_date;")) << sound;
    EXPECT_THAT(sound, HasSubstr(";MAXIFS(INDEX(pn_referrals_closed;"));
    EXPECT_THAT(sound, EndsWith(";MAX(pn_ledger_date))"));
    ReferralInput faulty = input();
    faulty.referrals.has_faults = true;
    EXPECT_THAT(as_of(drawn(faulty)), StartsWith("=MAX(MAX(IF(IFERROR(")) << "rows that can be used alone";
    ReferralInput dated = input();
    dated.as_of = "DATE(2024;12;31)";
    EXPECT_EQ(as_of(drawn(dated)), "=DATE(2024;12;31)");
}

TEST(ReferralPage, KeepsTheRulesThatTheUserTyped) {
    const auto rule = [](const RecordingCanvas& canvas, Rule which) {
        const Area cell = canvas.names.at(std::string(rule_name(which)));
        return canvas.formulas.at({cell.first.column, cell.first.row});
    };
    EXPECT_EQ(rule(drawn(input()), Rule::small_reward), "=0.05");
    ReferralInput own = input();
    own.rules[Rule::small_reward] = "0.06";
    EXPECT_EQ(rule(drawn(own), Rule::small_reward), "=0.06");
    EXPECT_EQ(rule(drawn(own), Rule::large_reward), "=0.08");
}

TEST(ReferralPage, NamesEverythingUnderItsOwnPrefix) {
    for (const auto& [name, area] : drawn(input()).names)
        EXPECT_TRUE(name.starts_with(referral_prefix)) << name;
}

TEST(ReferralPage, SaysWhatWouldBringThePartsThatHaveNoData) {
    ReferralInput alone = input();
    alone.ledger.reset();
    alone.clients.reset();
    const RecordingCanvas canvas = drawn(alone);
    EXPECT_TRUE(canvas.has_text(
        "Choose the sheet with your orders in the panel Data, and refresh, to see this part."));
    EXPECT_TRUE(canvas.has_text("Tiers need a ledger, and a sheet of clients with a column of active days."));
    EXPECT_FALSE(calls(canvas, "pn_ledger_"));
    EXPECT_FALSE(calls(canvas, "PERENNIAL.REFERREDLIFT("));
}

TEST(ReferralPage, LeavesOutAStepOfTheFunnelThatIsNotRecorded) {
    ReferralInput unclicked = input();
    leave_out(unclicked.referrals, "clicked");
    EXPECT_TRUE(calls(drawn(input()), "pn_referrals_clicked"));
    const RecordingCanvas canvas = drawn(unclicked);
    EXPECT_TRUE(calls(canvas, "pn_referrals_registered"));
    EXPECT_FALSE(calls(canvas, "pn_referrals_clicked"));
    for (const char* role : {"registered", "closed"})
        leave_out(unclicked.referrals, role);
    const RecordingCanvas bare = drawn(unclicked);
    EXPECT_TRUE(
        bare.has_text("Columns for clicked, registered or closed on the sheet of referrals bring this "
                      "part."));
}

TEST(ReferralPage, NeedsTheSizesOfDealsForRewards) {
    ReferralInput unsized = input();
    leave_out(unsized.referrals, "size");
    EXPECT_FALSE(calls(drawn(unsized), "PERENNIAL.REFERRALREWARD("));
}

TEST(ReferralPage, KeepsItsPartsApart) {
    const RecordingCanvas canvas = drawn(input());
    for (std::size_t one = 0; one < canvas.merged.size(); ++one)
        for (std::size_t other = one + 1; other < canvas.merged.size(); ++other) {
            const Area& a = canvas.merged[one];
            const Area& b = canvas.merged[other];
            const bool apart = a.last().column < b.first.column || b.last().column < a.first.column ||
                               a.last().row < b.first.row || b.last().row < a.first.row;
            EXPECT_TRUE(apart) << absolute(a) << " and " << absolute(b);
        }
}

TEST(ReferralPage, GivesLargeWordsRowsAsHighAsLargeFigures) {
    const RecordingCanvas canvas = drawn(input());
    const auto height_of = [&canvas](Style style) {
        const auto cell = std::find_if(canvas.styles.begin(), canvas.styles.end(),
                                       [style](const auto& each) { return each.second == style; });
        EXPECT_NE(cell, canvas.styles.end());
        return canvas.grid_.row_heights.at(static_cast<std::size_t>(cell->first.second));
    };
    EXPECT_EQ(height_of(Style::advice), height_of(Style::card_share));
}

TEST(ReferralPage, PrintsThePageWithoutItsWorkings) {
    const RecordingCanvas canvas = drawn(input());
    ASSERT_TRUE(canvas.printed);
    for (const Chart& chart : canvas.charts)
        EXPECT_LE(chart.place.last().column, canvas.printed->last().column);
    for (const auto& [name, area] : canvas.names)
        if (!name.starts_with("pn_referral_rule_")) {
            EXPECT_GT(area.first.column, canvas.printed->last().column) << name;
        }
}

TEST(ReferralPage, SpeaksTheLanguageOfTheReader) {
    ReferralInput chinese = input();
    chinese.language = catalog::Language::simplified_chinese;
    EXPECT_TRUE(drawn(input()).has_text("Client referrals"));
    const RecordingCanvas canvas = drawn(chinese);
    EXPECT_TRUE(canvas.has_text("客户转介绍"));
    for (const auto& [spot, text] : canvas.texts)
        EXPECT_TRUE(text.empty() || std::any_of(text.begin(), text.end(),
                                                [](char letter) {
                                                    return (static_cast<unsigned char>(letter) & 0x80U) != 0;
                                                }))
            << text;
    chinese.language = catalog::Language::traditional_chinese;
    EXPECT_TRUE(drawn(chinese).has_text("客戶轉介紹"));
}

TEST(ReferralPage, TellsItsProgressInGrowingShares) {
    const std::vector<double> shares = drawn(input()).shares;
    ASSERT_FALSE(shares.empty());
    EXPECT_TRUE(std::is_sorted(shares.begin(), shares.end()));
    EXPECT_LE(shares.back(), 1);
}

TEST(ReferralPage, GivesUpWhenTheCanvasDoes) {
    RecordingCanvas canvas;
    canvas.give_up_at = 3;
    EXPECT_THROW(draw_referral(canvas, input()), std::runtime_error);
    EXPECT_EQ(canvas.shares.size(), 3U);
}

TEST(SignedNumber, ShowsItsSignAndDecimals) {
    EXPECT_EQ(signed_number("A1", 1),
              "IF(ROUND(A1;1)>0;\"+\";IF(ROUND(A1;1)<0;\"−\";\"±\"))&FIXED(ABS(A1);1)");
}

TEST(PlaceIn, GoesOnBehindAnEqualValue) {
    const Spot value{0, 4};
    EXPECT_EQ(place_in("C1:C9", value, value.right(1), true), "=IF($A$5=\"\";\"\";MATCH($A$5;C1:C9;0))");
    EXPECT_THAT(place_in("C1:C9", value, value.right(1), false),
                HasSubstr("IF($A$5=$A$4;$B$4+MATCH($A$5;INDEX(C1:C9;$B$4+1):INDEX(C1:C9;ROWS(C1:C9));0)"));
}

} // namespace
} // namespace perennial::dashboard
