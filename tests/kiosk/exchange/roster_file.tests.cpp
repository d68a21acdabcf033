#include "kiosk/exchange/roster_file.h"

#include "tests/kiosk/exchange/lists.h"

using tests::contains;
using tests::namesOf;
using tests::noteOf;
using tests::rosterOf;
using Names = std::vector<std::string>;

TEST_CASE("the sample roster gives its 30 students with every name as it stands", "[exchange]") {
  const auto list = rosterOf(tests::sample("roster.csv"));
  REQUIRE(list.entries.size() == 30);
  CHECK(list.rejected == 0);
  CHECK(list.notes.empty());
  CHECK(list.entries[0].name == "Aino Virtanen");
  CHECK(list.entries[0].email == "student01@example.org");
  CHECK(list.entries[0].number == "S70100");
  CHECK(list.entries[22].name == "Smith, John");
  CHECK(list.entries[23].name == "John Smith");
  CHECK(list.entries[24].name == "John Smith");
  CHECK(list.entries[25].name == "\"Kim\" Min-jun");
  CHECK(list.entries[10].name == "Nguyễn Thị Hương");
}

TEST_CASE("headings of the usual languages are known in any order", "[exchange]") {
  struct Heading {
    std::string name, email, number;
  };
  for (const Heading& heading :
       std::vector<Heading>{{"Name", "E-mail", "Student number"},
                            {"Full name", "Email address", "Student ID"},
                            {"Nimi", "Sähköposti", "Opiskelijanumero"},
                            {"Namn", "E-postadress", "Studentnummer"},
                            {"Teilnehmer", "E-Mail-Adresse", "Matrikelnummer"},
                            {"Nom complet", "Courriel", "Numéro d'étudiant"},
                            {"Nombre completo", "Correo electrónico", "Matrícula"},
                            {"Nome completo", "Endereço de e-mail", "Número de aluno"},
                            {"氏名", "メールアドレス", "学籍番号"}}) {
    INFO(heading.name);
    const auto list = rosterOf(heading.number + ";Company;" + heading.name + ";" + heading.email +
                               "\nS1;Acme;Åsa Öberg;asa@example.org\n");
    REQUIRE(list.entries.size() == 1);
    CHECK(list.entries[0].name == "Åsa Öberg");
    CHECK(list.entries[0].email == "asa@example.org");
    CHECK(list.entries[0].number == "S1");
  }
}

TEST_CASE("first and last names in columns of their own become one name", "[exchange]") {
  CHECK(namesOf(rosterOf("First name,Last name\nAino,Virtanen\n")) == Names{"Aino Virtanen"});
  CHECK(namesOf(rosterOf("Sukunimi;Etunimi\nVirtanen;Aino\n")) == Names{"Aino Virtanen"});
  CHECK(namesOf(rosterOf("Name;Vorname\nMüller;Jörg\n")) == Names{"Jörg Müller"});
  CHECK(namesOf(rosterOf("Nom;Prénom\nLefèvre;Zoé\n")) == Names{"Zoé Lefèvre"});
  CHECK(namesOf(rosterOf("Nombre;Apellidos\nJosé;Núñez\n")) == Names{"José Núñez"});
  CHECK(namesOf(rosterOf("Nome;Sobrenome\nAna;Souza\n")) == Names{"Ana Souza"});
  CHECK(namesOf(rosterOf("姓,名\n山田,太郎\n")) == Names{"山田 太郎"});
  CHECK(namesOf(rosterOf("First name,Last name\n,Cher\nPelé,\n")) == Names{"Cher", "Pelé"});
}

TEST_CASE("without a heading the cells tell what they are", "[exchange]") {
  const auto list = rosterOf("S1001;a@example.org;Aino Virtanen\nS1002;b@example.org;Bo Ek\n");
  REQUIRE(list.entries.size() == 2);
  CHECK(list.entries[0].name == "Aino Virtanen");
  CHECK(list.entries[0].email == "a@example.org");
  CHECK(list.entries[0].number == "S1001");
  CHECK(namesOf(rosterOf("Aino Virtanen\nBo Ek\nLee\n")) == Names{"Aino Virtanen", "Bo Ek", "Lee"});
  CHECK(namesOf(rosterOf("Aino;Virtanen;1234\nBo;Ek;1235\n")) == Names{"Aino Virtanen", "Bo Ek"});
}

TEST_CASE("a value such as Student that stands in every line is no heading", "[exchange]") {
  const auto list = rosterOf("Aino Virtanen,S70100,Student\nBo Ek,S70101,Student\n");
  CHECK(namesOf(list) == Names{"Aino Virtanen", "Bo Ek"});
  CHECK(list.entries[1].number == "S70101");
}

TEST_CASE("a line number is not taken for a student number", "[exchange]") {
  const auto list = rosterOf("No;Name\n1;Aino\n2;Bo\n3;Cy\n");
  REQUIRE(list.entries.size() == 3);
  CHECK(list.entries[0].number.empty());
  CHECK(rosterOf("No;Name\n811;Aino\n790;Bo\n").entries[0].number == "811");
}

TEST_CASE("names in every script keep every byte", "[exchange]") {
  const Names names{"Нгуен Ольга",
                    "Γιώργος Παπαδόπουλος",
                    "山田太郎",
                    "مريم علي",
                    "e\u0301 decomposed",
                    "é composed",
                    "O’Connor",
                    "X Æ",
                    "김민준",
                    "नेहा शर्मा"};
  std::string text = "Name\n";
  for (const std::string& name : names) text += name + "\n";
  CHECK(namesOf(rosterOf(text)) == names);
}

TEST_CASE("a name in quotes keeps its comma, and an unquoted one in a column of its own too",
          "[exchange]") {
  CHECK(namesOf(rosterOf("Name,E-mail\n\"Smith, John\",a@b.c\n")) == Names{"Smith, John"});
  CHECK(namesOf(rosterOf("Name;E-mail\nSmith, John;a@b.c\n")) == Names{"Smith, John"});
}

TEST_CASE("lines without a usable name are rejected with their reason", "[exchange]") {
  const auto list = rosterOf("Name;E-mail\n;a@b.c\n" + std::string(201, 'x') +
                             ";b@b.c\nA\x02z;c@b.c\n" + "\"two\nlines\";d@b.c\nBo;e@b.c\n");
  CHECK(namesOf(list) == Names{"Bo"});
  CHECK(list.rejected == 4);
  CHECK(contains(noteOf(list.notes, 2), "no name"));
  CHECK(contains(noteOf(list.notes, 3), "200"));
  CHECK(contains(noteOf(list.notes, 4), "control"));
  CHECK(contains(noteOf(list.notes, 5), "line break"));
}

TEST_CASE("a name of 200 characters of any script is taken", "[exchange]") {
  std::string name;
  for (int i = 0; i < 200; ++i) name += "山";
  CHECK(namesOf(rosterOf("Name\n" + name + "\n")) == Names{name});
}

TEST_CASE("a bad e-mail or number is left out and noted, the student stays", "[exchange]") {
  const auto list =
      rosterOf("Name;E-mail;Student number\nBo;bo at home;1.2E+10\nCy;cy@example.org;7\n");
  REQUIRE(list.entries.size() == 2);
  CHECK(list.entries[0].email.empty());
  CHECK(list.entries[0].number.empty());
  CHECK(contains(list.notes.at(0).what, "e-mail"));
  CHECK(contains(list.notes.at(1).what, "student number"));
  CHECK(list.entries[1].email == "cy@example.org");
}

TEST_CASE("two students of one name are two by number or e-mail, without a note", "[exchange]") {
  const auto list =
      rosterOf("Name;E-mail;Student number\nJohn;a@b.c;1\nJohn;b@b.c;2\nJohn;c@b.c;\n");
  CHECK(list.entries.size() == 3);
  CHECK(list.notes.empty());
}

TEST_CASE("two numbers are two students, whatever e-mail they share", "[exchange]") {
  const auto list = rosterOf("Name;E-mail;Student number\nAda;s@x.org;S1\nBob;S@x.org;S2\n");
  CHECK(namesOf(list) == Names{"Ada", "Bob"});
  CHECK(list.rejected == 0);
  CHECK(list.notes.empty());
}

TEST_CASE("one number or e-mail under two names is rejected with what to do", "[exchange]") {
  const auto number = rosterOf("Name;E-mail;Student number\nAda;a@x.org;s1\nBob;b@x.org;S1\n");
  CHECK(namesOf(number) == Names{"Ada"});
  CHECK(number.rejected == 1);
  CHECK(noteOf(number.notes, 3) ==
        "The student number stands in line 2 already, with another name. Correct one of them.");
  for (const std::string text : {"Name;E-mail;Student number\nAda;s@x.org;S1\nBob;S@x.org;\n",
                                 "Name;E-mail;Student number\nAda;s@x.org;\nBob;s@x.org;S2\n",
                                 "Name;E-mail\nAda;s@x.org\nBob;s@x.org\n"}) {
    INFO(text);
    const auto list = rosterOf(text);
    CHECK(namesOf(list) == Names{"Ada"});
    CHECK(list.rejected == 1);
    CHECK(noteOf(list.notes, 3) ==
          "The e-mail stands in line 2 already, with another name. Correct one of them.");
  }
}

TEST_CASE("a line that repeats a student counts once, and completes the earlier one",
          "[exchange]") {
  const auto list = rosterOf(
      "Name;E-mail;Student number\nJohn Smith;;1\n\"Smith, JOHN\";a@b.c;1\nJohn Smith;a@b.c;\n");
  REQUIRE(list.entries.size() == 1);
  CHECK(list.rejected == 0);
  CHECK(list.entries[0].name == "John Smith");
  CHECK(list.entries[0].email == "a@b.c");
  CHECK(contains(noteOf(list.notes, 3), "line 2 already, with the same name"));
  CHECK(contains(noteOf(list.notes, 4), "e-mail stands in line 2"));
}

TEST_CASE("two bare lines of one name count as one student, and the note says what to do",
          "[exchange]") {
  const auto list = rosterOf("Name\nJohn\nAnn\nJOHN\n");
  CHECK(namesOf(list) == Names{"John", "Ann"});
  CHECK(list.rejected == 0);
  CHECK(contains(noteOf(list.notes, 4), "line 2"));
  CHECK(contains(noteOf(list.notes, 4), "give them numbers or e-mails"));
}

TEST_CASE("names that were saved in a wrong encoding are noted", "[exchange]") {
  CHECK(contains(noteOf(rosterOf("Name\nJosÃ© NÃºÃ±ez\n").notes, 2), "encoding"));
  CHECK(contains(noteOf(rosterOf("Name\nÅukasz\u0160 WÃ³jcik\n").notes, 2), "encoding"));
  CHECK(rosterOf("Name\nJoão ÃO\nÅsa Öberg\nÑuñez\nSÃO Ð Þór\n").notes.empty());
}

TEST_CASE("a file without names is refused with what to do", "[exchange]") {
  const auto refused = hallpass::readRoster(tests::tableOf("a@example.org\nb@example.org\n"));
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().why == hallpass::ListRefusal::NoStudents);
  CHECK(contains(refused.error().sentence, "Name"));
}

TEST_CASE("a roster's heading alone is told so", "[exchange]") {
  const auto refused = hallpass::readRoster(tests::tableOf("Name;E-mail\n"));
  REQUIRE_FALSE(refused.ok());
  CHECK(refused.error().why == hallpass::ListRefusal::NoStudents);
  CHECK(contains(refused.error().sentence, "found in line 1, but there is no name below it"));
}

TEST_CASE("titles above the heading are passed over with a note", "[exchange]") {
  const auto list = rosterOf("Course AZ-104;;\nName;E-mail;Student number\nBo;b@b.c;1\n");
  CHECK(namesOf(list) == Names{"Bo"});
  CHECK(contains(noteOf(list.notes, 1), "above the heading"));
}

TEST_CASE("a heading in a language that no program knows is told by its cells", "[exchange]") {
  for (const std::string heading :
       {"Naam;E-mailadres;Nr", "Imię i nazwisko;Adres;Nr albumu", "姓名;邮箱;学号"}) {
    INFO(heading);
    const auto list = rosterOf(heading + "\nBo Ek;b@b.c;S811\nCy Ek;c@b.c;S790\n");
    CHECK(namesOf(list) == Names{"Bo Ek", "Cy Ek"});
    CHECK(list.entries[0].email == "b@b.c");
  }
}

TEST_CASE("a file of another kind is no roster", "[exchange]") {
  for (const std::string file :
       {"orders.csv", "codes-azure-one-line.csv", "codes-azure-5x5.txt", "codes-azure-pasted.txt",
        "codes-training-keys.csv", "codes-exam-vouchers.csv"}) {
    INFO(file);
    const auto list = hallpass::readRoster(tests::tableOf(tests::sample(file)));
    REQUIRE_FALSE(list.ok());
    CHECK(list.error().why == hallpass::ListRefusal::NoStudents);
  }
}
