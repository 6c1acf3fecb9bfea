#include "dashboard/mapping.hpp"

#include "dashboard/sample.hpp"

#include <gtest/gtest.h>

#include <string>

namespace perennial::dashboard {
namespace {

/// The columns of a guess by the roles' keys, as "client=A date=B".
std::string guessed(SheetKind kind, const Sample& sample) {
    const Mapping mapping = guess_mapping(kind, sample);
    std::string result;
    const auto all = roles(kind);
    for (std::size_t role = 0; role < all.size(); ++role)
        if (const auto column = mapping.columns[role])
            result +=
                (result.empty() ? "" : " ") + std::string(all[role].key) + "=" + column_letters(*column);
    return result;
}

std::string ledger(std::initializer_list<Row> rows) {
    return guessed(SheetKind::ledger, sheet(rows));
}

TEST(GuessMapping, ReadsEnglishHeaders) {
    EXPECT_EQ(ledger({{"Customer", "Invoice date", "Amount"}, {"Anna", day, 12.5}}),
              "client=A date=B amount=C");
    EXPECT_EQ(ledger({{"Order date", "Client name", "Net total, EUR"}, {day, "Anna", 12.5}}),
              "client=B date=A amount=C");
    EXPECT_EQ(ledger({{"Buyer", "Date of purchase", "Revenue"}, {"Anna", day, 12.5}}),
              "client=A date=B amount=C");
}

TEST(GuessMapping, ReadsSimplifiedChineseHeaders) {
    EXPECT_EQ(ledger({{"客户", "日期", "金额（元）"}, {"王芳", day, 12.5}}), "client=A date=B amount=C");
    EXPECT_EQ(ledger({{"订单编号", "下单日期", "购买方", "含税金额", "商品名称", "渠道"},
                      {"A1", day, "王芳", 12.5, "咨询", "微信"}}),
              "client=C date=B amount=D product=E channel=F document=A");
    EXPECT_EQ(ledger({{"客户名称", "开票日期", "实收金额"}, {"王芳", day, 12.5}}),
              "client=A date=B amount=C");
}

TEST(GuessMapping, ReadsTraditionalChineseHeaders) {
    EXPECT_EQ(ledger({{"客戶名稱", "訂購日期", "未稅金額"}, {"王芳", day, 12.5}}),
              "client=A date=B amount=C");
    EXPECT_EQ(ledger({{"發票號碼", "發票日期", "買受人", "金額（新台幣）", "品名"},
                      {"A1", day, "王芳", 12.5, "顧問"}}),
              "client=C date=B amount=D product=E document=A");
}

TEST(GuessMapping, IsNotPutOffByCaseBlanksPunctuationUnitsAndFullWidthForms) {
    EXPECT_EQ(ledger({{"\uFEFFCUSTOMER_NAME", " invoice-date: ", "Amount (EUR)"}, {"Anna", day, 12.5}}),
              "client=A date=B amount=C");
    EXPECT_EQ(ledger({{"Ｃｌｉｅｎｔ", "　日　期　", "Amount in €"}, {"Anna", day, 12.5}}),
              "client=A date=B amount=C");
    EXPECT_EQ(ledger({{"CustomerID", "InvoiceDate", "TotalPrice"}, {17850.0, day, 12.5}}),
              "client=A date=B amount=C");
    EXPECT_EQ(ledger({{"Client\nname", "Order\ndate", "Amount\n€"}, {"Anna", day, 12.5}}),
              "client=A date=B amount=C");
}

TEST(GuessMapping, ReadsCdnow) {
    EXPECT_EQ(
        ledger({{"customer_id", "date", "number_of_cds", "dollar_value"}, {1.0, 19970101.0, 1.0, 11.77}}),
        "client=A date=B amount=D");
}

TEST(GuessMapping, ReadsCdnowWithoutHeadersByItsContents) {
    EXPECT_EQ(ledger({{4.0, 1.0, 19970101.0, 2.0, 29.33}, {4.0, 1.0, 19970118.0, 2.0, 29.73}}),
              "client=A date=C amount=E");
}

TEST(GuessMapping, ReadsAnOnlineShopsExport) {
    EXPECT_EQ(ledger({{"InvoiceNo", "StockCode", "Description", "Quantity", "InvoiceDate", "UnitPrice",
                       "CustomerID", "Country", "Total"},
                      {"536365", "85123A", "HOLDER", 6.0, 40513.35, 2.55, 17850.0, "UK", 15.3}}),
              "client=G date=E amount=I product=C document=A");
}

TEST(GuessMapping, FindsTheHeadersBelowTitleRows) {
    const Sample sample = sheet({{"Hartmann & Lee Advisory"},
                                 {"Orders by date", none, "printed", 45300.0},
                                 {},
                                 {none, "Customer", "Date", "Amount"},
                                 {none, "Anna", day, 12.5}});
    EXPECT_EQ(guess_mapping(SheetKind::ledger, sample).first_row, 3);
    EXPECT_EQ(guessed(SheetKind::ledger, sample), "client=B date=C amount=D");
}

TEST(GuessMapping, FindsHeadersOfALanguageItDoesNotKnow) {
    const Sample sample = sheet({{"Aufträge 2024"},
                                 {"Kunde", "Datum", "Betrag"},
                                 {"Anna", day, 12.5},
                                 {"Berg", day + 1, 20.25},
                                 {"Anna", day + 2, 8.0}});
    EXPECT_EQ(guess_mapping(SheetKind::ledger, sample).first_row, 1);
    EXPECT_EQ(guessed(SheetKind::ledger, sample), "client=A date=B amount=C");
}

TEST(GuessMapping, GivesNoColumnTwoRoles) {
    EXPECT_EQ(ledger({{"Order date"}, {day}}), "date=A");
    EXPECT_EQ(ledger({{"Order"}, {"A1"}}), "document=A");
}

TEST(GuessMapping, PrefersTheHeaderThatSaysMore) {
    EXPECT_EQ(ledger({{"Customer city", "Our customer", "Due date", "Date", "Discount amount", "Amount"},
                      {"Ulm", "Anna", day, day, 1.0, 12.5}}),
              "client=B date=D amount=F");
    EXPECT_EQ(ledger({{"客户经理", "主要客户", "日期", "金额"}, {"李", "王芳", day, 12.5}}),
              "client=B date=C amount=D");
    EXPECT_EQ(
        ledger({{"Client", "Date", "Gross total", "VAT", "Net total"}, {"Anna", day, 119.0, 19.0, 100.0}}),
        "client=A date=B amount=E");
}

TEST(GuessMapping, LetsContentsBreakTies) {
    EXPECT_EQ(ledger({{"Client", "Date", "Date", "Amount", "Amount"}, {"Anna", "soon", day, "open", 12.5}}),
              "client=A date=C amount=E");
}

TEST(GuessMapping, LeavesARoleOpenThatNoColumnCanPlay) {
    EXPECT_EQ(ledger({{"Name", "City"}, {"Anna", "Ulm"}}), "client=A");
    EXPECT_FALSE(guess_mapping(SheetKind::ledger, sheet({{"Name", "City"}, {"Anna", "Ulm"}})).complete());
}

TEST(GuessMapping, ExpectsNothingOfAnEmptySheet) {
    const Mapping mapping = guess_mapping(SheetKind::ledger, {.sheet = "Empty", .columns = {}});
    EXPECT_EQ(mapping.first_row, 0);
    EXPECT_FALSE(mapping.complete());
}

TEST(GuessMapping, ReadsContracts) {
    EXPECT_EQ(guessed(SheetKind::contracts, sheet({{"Client", "Start date", "End date", "Monthly fee", "Plan",
                                                    "Paused from", "Paused to"},
                                                   {"Anna", day, day + 365, 149.0, "Pro", none, none}})),
              "client=A start=B monthly=D end=C plan=E paused_from=F paused_to=G");
    EXPECT_EQ(guessed(SheetKind::contracts,
                      sheet({{"客户名称", "合同开始日期", "到期日", "合同金额", "月数", "是否续约"},
                             {"王芳", day, day + 365, 1788.0, 12.0, "是"}})),
              "client=A start=B amount=D months=E end=C renewed=F");
}

TEST(GuessMapping, ReadsReferrals) {
    EXPECT_EQ(
        guessed(SheetKind::referrals, sheet({{"Referred by", "New client", "Date", "Channel", "Deal value"},
                                             {"Anna", "Berg", day, "mail", 500.0}})),
        "referrer=A referred=B date=C channel=D deal=E");
    EXPECT_EQ(guessed(SheetKind::referrals, sheet({{"推薦人", "被推薦客戶", "推薦日期", "成交金額"},
                                                   {"王芳", "李明", day, 500.0}})),
              "referrer=A referred=B date=C deal=D");
}

TEST(GuessMapping, ReadsClients) {
    EXPECT_EQ(guessed(SheetKind::clients, sheet({{"客户", "行业", "首次合作", "交付可见度", "备注"},
                                                 {"王芳", "教育", day, 80.0, "好"}})),
              "client=A segment=B first_contact=C visibility=D notes=E");
}

TEST(GuessMapping, ReadsTouches) {
    EXPECT_EQ(guessed(SheetKind::touches, sheet({{"Client", "Contact date", "Kind of contact", "Remarks"},
                                                 {"Anna", day, "call", "fine"}})),
              "client=A date=B kind=C note=D");
    EXPECT_EQ(guessed(SheetKind::touches,
                      sheet({{"客戶", "聯絡日期", "聯絡方式", "備註"}, {"王芳", day, "電話", "好"}})),
              "client=A date=B kind=C note=D");
}

TEST(Mapping, OfContractsIsCompleteWithAMonthlyValueOrAmountAndMonths) {
    Mapping mapping{.kind = SheetKind::contracts, .sheet = "Contracts", .first_row = 0, .columns = {0, 1}};
    mapping.columns.resize(roles(SheetKind::contracts).size());
    EXPECT_FALSE(mapping.complete());
    mapping.columns[3] = 3;
    EXPECT_FALSE(mapping.complete());
    mapping.columns[4] = 4;
    EXPECT_TRUE(mapping.complete());
    mapping.columns[3] = mapping.columns[4] = std::nullopt;
    mapping.columns[2] = 2;
    EXPECT_TRUE(mapping.complete());
}

TEST(Header, IsTheTextOfTheHeaderRowOnOneLine) {
    const Sample sample =
        sheet({{"Orders"}, {"Client\nname ", "Date", "Amount", none}, {"Anna", day, 12.5, "x"}});
    const Mapping mapping = guess_mapping(SheetKind::ledger, sample);
    EXPECT_EQ(header(sample, mapping, 0), "Client name");
    EXPECT_EQ(header(sample, mapping, 3), "D");
}

TEST(Header, IsTheLetterWhereTheFirstRowIsData) {
    const Sample sample = sheet({{"Anna", day, 12.5}, {"Berg", day, 20.0}});
    EXPECT_EQ(header(sample, guess_mapping(SheetKind::ledger, sample), 0), "A");
}

TEST(ColumnLetters, CountAsTheOfficeDoes) {
    EXPECT_EQ(column_letters(0), "A");
    EXPECT_EQ(column_letters(25), "Z");
    EXPECT_EQ(column_letters(26), "AA");
    EXPECT_EQ(column_letters(16383), "XFD");
}

TEST(ColumnIndex, IsTheInverse) {
    for (const int column : {0, 25, 26, 701, 702, 16383})
        EXPECT_EQ(column_index(column_letters(column)), column);
    EXPECT_EQ(column_index("xfd"), 16383);
    EXPECT_EQ(column_index(""), std::nullopt);
    EXPECT_EQ(column_index("A1"), std::nullopt);
    EXPECT_EQ(column_index("Customer"), std::nullopt);
}

} // namespace
} // namespace perennial::dashboard
