#include "metrics/client_book.hpp"

#include "cells.hpp"

#include "metrics/halves.hpp"

#include <string>
#include <utility>
#include <vector>

namespace perennial::metrics::test {
namespace {

std::vector<std::uint32_t> numbers(ClientBook& book, const Column& cells) {
    std::vector<std::uint32_t> found;
    for (std::size_t row = 0; row < cells.size(); ++row)
        found.push_back(book.number_of(cells, row));
    return found;
}

TEST(ClientBook, KnowsAClientInAnyCaseAndWithBlanks) {
    ClientBook book;
    EXPECT_EQ(numbers(book, column({"Anna", " ANNA ", "Bert", "anna\u00A0"})),
              (std::vector<std::uint32_t>{0, 0, 1, 0}));
    EXPECT_EQ(book.size(), 2U);
    EXPECT_EQ(book.key(0), "anna");
}

TEST(ClientBook, TakesANumberAndItsTextForOneClient) {
    ClientBook book;
    EXPECT_EQ(numbers(book, column({7.0, "7", " 7 ", 100000.0, "100000", 0.5, "0.5", -0.0, "0", 1e15,
                                    "1000000000000000", 0.0001, "0.0001"})),
              (std::vector<std::uint32_t>{0, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5}));
}

TEST(ClientBook, ShowsANumberOnlyWhereAllCellsAreNumbers) {
    ClientBook book;
    numbers(book, column({7.0, 7.0, 8.0, "8"}));
    EXPECT_EQ(book.name(0), Value(7.0));
    EXPECT_EQ(book.name(1), Value(std::string("8")));
}

TEST(ClientBook, ShowsTheSameSpellingWhateverTheOrder) {
    for (const auto& cells : {column({"anna", "ANNA", " Anna"}), column({" Anna", "ANNA", "anna"})}) {
        ClientBook book;
        numbers(book, cells);
        EXPECT_EQ(book.name(0), Value(std::string("ANNA")));
    }
}

TEST(ClientBook, KeepsItsKeysWhileItGrows) {
    ClientBook book;
    Column cells;
    for (int client = 0; client < 10000; ++client)
        cells.add_number(client);
    numbers(book, cells);
    const auto again = numbers(book, cells);
    EXPECT_EQ(book.size(), 10000U);
    EXPECT_EQ(again[9999], 9999U);
}

TEST(ClientColumn, NumbersTheClientsOfSeveralColumnsTogether) {
    const Column clients = column({"Anna", 7.0, "Bert", "anna "});
    const Column referrers = column({"BERT", "7", "Anna", "Cleo"});
    ClientBook book;
    ClientColumn client(book, clients);
    ClientColumn referrer(book, referrers);
    std::vector<std::uint32_t> found;
    for (std::size_t row = 0; row < clients.size(); ++row) {
        found.push_back(client[row]);
        found.push_back(referrer[row]);
    }
    EXPECT_EQ(found, (std::vector<std::uint32_t>{0, 1, 2, 2, 1, 0, 0, 3}));
    EXPECT_EQ(book.name(0), Value(std::string("Anna")));
}

TEST(ClientColumn, KnowsAClientAgainThatWasEnteredWithoutALookUp) {
    const Column clients =
        column({"ANNA", "7", 7.0, "客户", "BERT", "anna", "CLEO", " 客户", "bert", "CLEO", "DORA"});
    ClientBook book;
    ClientColumn client(book, clients);
    std::vector<std::uint32_t> found(clients.size());
    client.read(0, found);
    EXPECT_EQ(found, (std::vector<std::uint32_t>{0, 1, 1, 2, 3, 0, 4, 2, 3, 4, 5}));
    EXPECT_EQ(book.size(), 6U);
    EXPECT_EQ(book.key(3), "bert");
    EXPECT_EQ(book.name(3), Value("BERT"));
}

TEST(ClientColumn, KnowsTheClientsThatAnotherOneHasEntered) {
    const Column clients = column({"A1", "B2"});
    ClientBook book;
    ClientColumn first(book, clients);
    ClientColumn second(book, clients);
    const std::vector<std::uint32_t> found = {first[0], second[1], first[1], second[0]};
    EXPECT_EQ(found, (std::vector<std::uint32_t>{0, 1, 1, 0}));
}

TEST(ClientBook, FindsManyClientsThatWereEnteredWithoutALookUp) {
    Column capitals;
    Column small;
    for (int client = 0; client < 3000; ++client) {
        capitals.add_text("CLIENT NO " + std::to_string(client));
        small.add_text("client no " + std::to_string(client));
    }
    ClientBook book;
    std::vector<std::uint32_t> found(capitals.size());
    ClientColumn(book, capitals).read(0, found);
    EXPECT_EQ(numbers(book, small), found);
    EXPECT_EQ(book.size(), 3000U);
    EXPECT_EQ(book.name(2999), Value("CLIENT NO 2999"));
}

/// Enters texts, every seventh of them unwanted, and compares with entering one after the other.
void expect_as_one_by_one(const Column& texts) {
    std::vector<std::uint8_t> wanted(texts.texts());
    for (std::size_t text = 0; text < wanted.size(); ++text)
        wanted[text] = text % 7 == 0 ? 0 : 1;
    ClientBook book;
    const std::vector<std::uint32_t> clients = enter_texts(book, texts, wanted);
    ClientBook expected;
    ASSERT_EQ(clients.size(), wanted.size());
    for (std::uint32_t text = 0; text < wanted.size(); ++text)
        if (wanted[text] != 0) {
            ASSERT_EQ(clients[text], expected.number_of(texts.text_of(text)));
        }
    ASSERT_EQ(book.size(), expected.size());
    for (std::uint32_t client = 0; client < book.size(); ++client) {
        ASSERT_EQ(book.name(client), expected.name(client));
        ASSERT_EQ(book.key(client), expected.key(client));
    }
}

TEST(EnterTexts, EntersTextsThatFoldLikeNoOtherInHalves) {
    for (const std::size_t count : {std::size_t{0}, many_clients - 1, many_clients, many_clients + 1}) {
        Column texts;
        for (std::size_t text = 0; text < count; ++text)
            texts.add_text("客户 " + std::to_string(text));
        expect_as_one_by_one(texts);
    }
}

TEST(EnterTexts, KnowsSpellingsOfOneClientInBothHalves) {
    for (const auto& [upper, lower] : {std::pair("Anna ", "ANNA "), std::pair("ANNA ", "Anna "),
                                       std::pair(" anna ", "Anna "), std::pair("ANNA ", "BERT ")}) {
        Column texts;
        for (const char* name : {upper, lower})
            for (std::size_t client = 0; client < many_clients; ++client)
                texts.add_text(name + std::to_string(client));
        expect_as_one_by_one(texts);
    }
}

TEST(ClientBook, TakesOverTheClientsOfAnotherBook) {
    const Column texts = column({"anna", "Bert"});
    const Column more = column({"Cleo", "ANNA", "bert"});
    ClientBook book;
    EXPECT_EQ(numbers(book, texts), (std::vector<std::uint32_t>{0, 1}));
    ClientBook others;
    EXPECT_EQ(numbers(others, more), (std::vector<std::uint32_t>{0, 1, 2}));
    EXPECT_EQ(book.add(others, false), (std::vector<std::uint32_t>{2, 0, 1}));
    ASSERT_EQ(book.size(), 3U);
    EXPECT_EQ(book.name(0), Value("ANNA"));
    EXPECT_EQ(book.name(1), Value("Bert"));
    EXPECT_EQ(book.name(2), Value("Cleo"));
    const Column new_ones = column({"Dora", "Emil"});
    ClientBook unknown;
    EXPECT_EQ(numbers(unknown, new_ones), (std::vector<std::uint32_t>{0, 1}));
    EXPECT_EQ(book.add(unknown, true), (std::vector<std::uint32_t>{3, 4}));
    EXPECT_EQ(book.name(4), Value("Emil"));
    EXPECT_EQ(book.key(3), "dora");
    EXPECT_EQ(book.number_of("EMIL "), 4U);
}

TEST(ClientBook, KeepsATextAsTheNameOfAClientThatIsANumberToo) {
    ClientBook book;
    EXPECT_EQ(book.number_of("007"), 0U);
    EXPECT_EQ(book.number_of("7"), 1U);
    EXPECT_EQ(book.number_of(7.0), 1U);
    EXPECT_EQ(book.name(1), Value("7"));
    EXPECT_EQ(book.number_of(8.0), 2U);
    EXPECT_EQ(book.number_of(""), 3U);
    EXPECT_EQ(book.name(3), Value(0.0));
}

} // namespace
} // namespace perennial::metrics::test
