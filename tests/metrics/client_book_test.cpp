#include "metrics/client_book.hpp"

#include "cells.hpp"

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

} // namespace
} // namespace perennial::metrics::test
