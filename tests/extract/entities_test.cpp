// Names, descriptors, coreference and resolution through the whole extractor, over a small gazetteer of its own.
#include <doctest/doctest.h>

#include "tests/extract/text_run.hpp"

using namespace entente;
using namespace entente::extract;
using entente::extract::test::Run;

TEST_CASE("capitals act as governments and stay places behind prepositions of place") {
  const Run acts("Beijing rejected the plan, and analysts expect Moscow to follow.");
  CHECK(acts.has("Beijing", EntityType::Government));
  const Run place("The delegation met reporters in Beijing before it flew to Moscow.");
  CHECK(place.has("Beijing", EntityType::Place));
  CHECK(place.has("Moscow", EntityType::Place));
  const Run between("Trust between Moscow and Beijing remains thin.");
  CHECK(between.has("Moscow", EntityType::Government));
  CHECK(between.has("Beijing", EntityType::Government));
}

TEST_CASE("names of unknown people and bodies are typed by their words") {
  const Run r("The Institute for Harbour Studies hired Sen. Marta Olsen, while the Northern Farmers Party praised the Treaty of Elmsford.");
  CHECK(r.has("Institute for Harbour Studies", EntityType::Organization));
  CHECK(r.has("Marta Olsen", EntityType::Person));
  CHECK(r.has("Northern Farmers Party", EntityType::PoliticalParty));
  CHECK(r.has("Treaty of Elmsford", EntityType::Work));
}

TEST_CASE("the words around an unknown name tell what it names") {
  const Run places("Troops moved to Vellamar and shelled Ostrani. Residents of Quimbaya fled, and Teslin, on the border, was calm. "
                   "Murgab-Tau remained quiet. Prices rose in Belmiro, Sefadu and Karhiz.");
  for (const char* name : {"Vellamar", "Ostrani", "Quimbaya", "Teslin", "Murgab-Tau", "Belmiro", "Sefadu", "Karhiz"}) {
    CAPTURE(name);
    CHECK(places.has(name, EntityType::Place));
  }
  const Run bodies("Gunmen of Los Perros burned a bus. Fighters of Ansaru Vol and an analyst at Korvex Insight fled. He joined Trellus.");
  CHECK(bodies.has("Los Perros", EntityType::Organization));
  CHECK(bodies.has("Korvex Insight", EntityType::Organization));
  CHECK(bodies.has("Trellus", EntityType::Organization));
  const Run people("Voters told Ravndal that prices hurt. Ravndal's wife agreed. Her son, Iskander, resigned. Drovik was re-elected.");
  for (const char* name : {"Ravndal", "Iskander", "Drovik"}) {
    CAPTURE(name);
    CHECK(people.has(name, EntityType::Person));
  }
}

TEST_CASE("lists tell towns, mentions of one name agree, and everyday words are no names") {
  const Run towns("Tezpur is preparing for floods. Officials counted the dead. Khandwa mourned.");
  CHECK(towns.has("Tezpur", EntityType::Place));
  const Run shared("Smoke rose over Vellamar. Rebels had entered Vellamar at dawn. Later Vellamar burned.");
  CHECK(shared.same("Vellamar", "Vellamar"));
  CHECK(shared.has("Vellamar", EntityType::Place));
  CHECK(shared.of("Vellamar", 3) == shared.of("Vellamar"));
  const Run person("Ilka Vellamar spoke first. Opponents laughed at Vellamar.");
  CHECK(person.has("Vellamar", EntityType::Person));
  const Run cargo("Cargo was lost at sea. Exports of LNG and the GDP fell, which is NOT new.");
  for (const char* name : {"Cargo", "LNG", "GDP", "NOT"}) {
    CAPTURE(name);
    CHECK(cargo.of(name) == nullptr);
  }
}

TEST_CASE("heads that stand first, ordinals of places, ships and numbered works") {
  const Run r("HMS Larkspur sailed near Second Thomas Shoal. Movimiento Aurora Nueva and Agence Littoral reject Decree 754. "
              "Jebel Marwan and Wadi Tarfa burned. NCSL-IT fought on.");
  CHECK(r.has("HMS Larkspur", EntityType::Other));
  CHECK(r.has("Second Thomas Shoal", EntityType::Place));
  CHECK(r.has("Movimiento Aurora Nueva", EntityType::PoliticalParty));
  CHECK(r.has("Agence Littoral", EntityType::Media));
  CHECK(r.has("Decree 754", EntityType::Work));
  CHECK(r.has("Jebel Marwan", EntityType::Place));
  CHECK(r.has("Wadi Tarfa", EntityType::Place));
  CHECK(r.has("NCSL-IT", EntityType::Organization));
  CHECK(Run("The National Assembly met.").has("National Assembly", EntityType::Parliament));
}

TEST_CASE("a body's short name is no other state's, a seat acts as the union, and a family name is no acronym") {
  CHECK(Run("The High Court struck the law down in Poland.").of("High Court")->name == "High Court of Poland");
  CHECK(Run("The High Court struck the law down.").of("High Court")->name == "High Court of Poland");
  const Run other("In China, the High Court struck the law down.");
  REQUIRE(other.of("High Court") != nullptr);
  CHECK(other.of("High Court")->name == "High Court");
  CHECK(other.has("High Court", EntityType::Court));
  CHECK(Run("Poland's High Court met.").of("High Court")->name == "High Court of Poland");
  const Run owned("Lawyers from Poland watched while China's High Court met.");
  REQUIRE(owned.of("High Court") != nullptr);
  CHECK(owned.of("High Court")->name != "High Court of Poland");
  CHECK(Run("Rain fell on Spring St. and St. Belmar.").has("St. Belmar", EntityType::Place));
  CHECK(Run("Analysts expect Lodrun to follow.").of("Lodrun")->name == "River Union");
  CHECK(Run("Ministers of Menka met.").of("Menka")->name == "River Union");
  CHECK(Run("On Friday Nnedi Menka resigned.").has("Nnedi Menka", EntityType::Person));
}

TEST_CASE("foreign heads, linked parts, ordinals and given names that are adjectives") {
  const Run r("Alliance Fleuve Noir and the Three Valleys Alliance signed. Jamaat-e-Nuristan refused. The minister thanked Zin Mar Oo, "
              "Christian Tavadze and Nahid Islam in Kfar Tebnit.");
  CHECK(r.has("Alliance Fleuve Noir", EntityType::Organization));
  CHECK(r.of("Three Valleys Alliance") != nullptr);
  CHECK(r.has("Jamaat-e-Nuristan", EntityType::Organization));
  for (const char* name : {"Zin Mar Oo", "Christian Tavadze", "Nahid Islam"}) {
    CAPTURE(name);
    CHECK(r.has(name, EntityType::Person));
  }
  CHECK(r.has("Kfar Tebnit", EntityType::Place));
}

TEST_CASE("titles that are family names, one letter, short middle words, and who is freed") {
  const Run r("Umran Shah spoke to Biram Dah Ousmal. Gen Z cheered. Oyvek Tolgar is owned by banks. The court freed Tessik. Dellora saw deadly floods.");
  CHECK(r.has("Umran Shah", EntityType::Person));
  CHECK(r.has("Biram Dah Ousmal", EntityType::Person));
  CHECK(r.of("Z") == nullptr);
  CHECK(r.has("Oyvek Tolgar", EntityType::Organization));
  CHECK(r.has("Tessik", EntityType::Person));
  CHECK(r.has("Dellora", EntityType::Place));
}

TEST_CASE("followers with a modifier are a party, members of one in a house a group") {
  const Run r("The Norland Socialists left the cabinet, and Senate Democrats objected.");
  CHECK(r.has("Norland Socialists", EntityType::PoliticalParty));
  CHECK(r.has("Senate Democrats", EntityType::Group));
}

TEST_CASE("a road with a politician's name, rulers with numbers, who is sworn in, and names with a known one inside") {
  const Run r("The Putin Route crosses Syunvar. Tarekin II blessed it. The house swore in José Jerun. Rebels took Mocimbel da Moscow.");
  CHECK(r.has("Putin Route", EntityType::Place));
  CHECK(r.has("Syunvar", EntityType::Place));
  CHECK(r.has("Tarekin II", EntityType::Person));
  CHECK(r.has("José Jerun", EntityType::Person));
  CHECK(r.of("Mocimbel da Moscow") != nullptr);
}

TEST_CASE("elections and dated events are one name") {
  const Run r("Turnout fell in the 2017 Norland parliamentary election after the 2009 invasion of Norland.");
  CHECK(r.has("2017 Norland parliamentary election", EntityType::Election));
  CHECK(r.has("2009 invasion of Norland", EntityType::NamedEvent));
}

TEST_CASE("surnames and acronyms stand for the full names of the document") {
  const Run r("Anna Bergstrom leads the Coastal Trade Council (CTC). The CTC meets in May. Bergstrom will speak.");
  CHECK(r.same("Anna Bergstrom", "Bergstrom"));
  CHECK(r.of("CTC", 2) == r.of("Coastal Trade Council"));
}

TEST_CASE("a short name behind its article stands for the name it heads") {
  const Run r("The Harbour Customs Union was founded in Lisbon. Ministers of the Union met on Monday. The Fisheries Council of the North and the "
              "Grain Council differ; the Council of bakers does not. On Friday the Grain Council and the Customs Union agreed.");
  CHECK(r.of("Union") == r.of("Harbour Customs Union"));
  CHECK(r.of("Customs Union") == r.of("Harbour Customs Union"));
  CHECK(r.of("Grain Council") != r.of("Fisheries Council of the North"));
}

TEST_CASE("a month behind a preposition of time begins no name, and a broken name has one space") {
  const Run month("In April Beijing offered a loan. It was signed by April Lindqvist.");
  CHECK(month.has("Beijing", EntityType::Government));
  CHECK(month.has("April Lindqvist", EntityType::Person));
  const Run broken("The Kalmar\nHarbour Union met. Later Selma Dalgaard, the ambassador, left.");
  REQUIRE(broken.of("Kalmar\nHarbour Union") != nullptr);
  CHECK(broken.of("Kalmar\nHarbour Union")->name == "Kalmar Harbour Union");
  CHECK(broken.has("Selma Dalgaard", EntityType::Person));
}

TEST_CASE("an office holder is the one of the document's day") {
  const std::string text = "The Russian president spoke for an hour.";
  const Run then(text, "2010-03-01");
  REQUIRE(then.of("Russian president") != nullptr);
  CHECK(then.of("Russian president")->key == "person/dmitry-medvedev");
  const Run later(text, "2021-06-15");
  CHECK(later.of("Russian president")->key == "person/vladimir-putin");
  const Run undated(text);
  CHECK(undated.of("Russian president")->key == "post/president-of-russia");
  const Run named("The guest was Russian President Dmitry Medvedev.", "2021-06-15");
  CHECK(named.of("Russian President")->key == "post/president-of-russia");
  CHECK(named.of("Dmitry Medvedev")->key == "person/dmitry-medvedev");
}

TEST_CASE("a government is its state's however it is described") {
  const Run r("The Chinese government protested. Russia's government shrugged, and the government of China sent a note. Later the government gave way.");
  REQUIRE(r.of("government") != nullptr);
  REQUIRE(r.of("the government", 2) != nullptr);
  REQUIRE(r.of("The Chinese government") != nullptr);
  CHECK(r.of("The Chinese government")->key == "government/china");
  CHECK(r.of("government")->key == "government/russia");
  CHECK(r.of("the government")->key == "government/china");
  CHECK(r.of("the government", 2)->key == "government/china");
}

TEST_CASE("what a state has is what the register calls by the state's adjective") {
  const Run r("Russia's president spoke for an hour.", "2010-03-01");
  REQUIRE(r.of("president") != nullptr);
  CHECK(r.of("president")->key == "person/dmitry-medvedev");
}

TEST_CASE("an apposition names whom a description means") {
  const Run r("Poland's envoy, Anna Bergstrom, met Maria Keller, the mayor. The mayor praised the envoy.");
  CHECK(r.same("envoy", "Anna Bergstrom"));
  CHECK(r.same("the mayor", "Maria Keller"));
}

TEST_CASE("a communiqué's speakers are a group, and a name behind a title and a comma is a person") {
  const Run r("The ports were closed. The Ministers thanked the Secretary-General, Zhen Mingdu. They left.");
  CHECK(r.has("The Ministers", EntityType::Group));
  CHECK(r.has("Zhen Mingdu", EntityType::Person));
  CHECK(r.same("They", "The Ministers"));
}

TEST_CASE("pronouns agree in gender and number") {
  const Run r("Maria Keller met David Stone on Monday. She thanked him for his letter.");
  CHECK(r.same("She", "Maria Keller"));
  CHECK(r.same("him", "David Stone"));
}

TEST_CASE("two governments are a group with two members") {
  const Run r("China and Russia signed a pact. Both governments promised to publish it, and the two countries began at once.");
  const auto* group = r.of("Both governments");
  REQUIRE(group != nullptr);
  REQUIRE(group->members.size() == 2);
  CHECK(r.x.entities[group->members[0]].key == "state/china");
  CHECK(r.x.entities[group->members[1]].key == "state/russia");
  CHECK(r.of("the two countries") == group);
}

TEST_CASE("a word that needs support is believed behind its article") {
  CHECK(Run("Relations with the West cooled.").has("West", EntityType::Group));
  const Run away("They drove West for hours.");
  CHECK((away.of("West") == nullptr || away.of("West")->key.empty()));
}

TEST_CASE("a body of a state keeps the state's mention, another body does not") {
  const Run r("He joined the Polish Health Ministry after years at the Polish Bridge Club.");
  CHECK(r.has("Polish Health Ministry", EntityType::Ministry));
  CHECK(r.of("Polish") != nullptr);
  CHECK(r.of("Polish", 2) == nullptr);
}

TEST_CASE("the same text gives the same entities, and every mention is a slice") {
  const std::string text = "“Chinese media” praised Jean-Paul Moreau’s plan; O’Brien, al-Rashid & Sons Ltd. and the U.S.-led group did not.";
  const Run a(text);
  const Run b(text);
  REQUIRE(a.x.entities.size() == b.x.entities.size());
  for (std::size_t i = 0; i < a.x.entities.size(); ++i) {
    CHECK(a.x.entities[i].name == b.x.entities[i].name);
    for (const auto& m : a.x.entities[i].mentions) CHECK(m.span.end <= text.size());
  }
  CHECK(Run("").x.entities.empty());
}

namespace {

// The names of those the n-th mention with these words stands for, each with a blank behind it.
std::string members(const Run& r, std::string_view words, int n = 1) {
  const Entity* group = r.of(words, n);
  std::string out;
  if (group != nullptr)
    for (const Id id : group->members) out += r.x.entities[id].name + " ";
  return out;
}

}  // namespace

TEST_CASE("a plural pronoun stands for those whom the sentence before joins") {
  const Run r("Anna Bergstrom and Paul Keller run the mill. They closed it in May, and their lawyers were told. Russia, China and Poland left the fair. "
              "Its owners told them nothing. The mayors toured the farms in Russia and China. They liked the cheese.");
  CHECK(members(r, "They") == "Anna Bergstrom Paul Keller ");
  CHECK(members(r, "their") == "Anna Bergstrom Paul Keller ");
  CHECK(members(r, "them") == "China Poland Russia ");
  CHECK(r.same("The mayors", "They") == false);
  CHECK(r.of("They", 2) == r.of("The mayors"));
}

TEST_CASE("a group comes before the coordination behind it, and a second description is of the same person") {
  const Run r("Farmers met Anna Bergstrom and Paul Keller. They asked for seed. Selma Dalgaard, a mayor and former judge, spoke. Their seed came late.");
  CHECK(r.same("Farmers", "They"));
  CHECK(members(r, "Their").empty());
}

TEST_CASE("the two countries are the pair that the text is about") {
  const Run r("Talks between Russia and China have stalled. Traders compare the quarrel with that between Poland and Russia. The two countries meet in May. "
              "Both sides want a treaty, and neither has left the table.");
  CHECK(members(r, "The two countries") == "China Russia ");
  CHECK(members(r, "Both sides") == "China Russia ");
  CHECK(members(r, "neither") == "China Russia ");
}

TEST_CASE("two leaders are those whom the sentence before names") {
  const Run r("Anna Bergstrom met Paul Keller on Monday. The two leaders shook hands. Both have left. Both men and women clapped.");
  CHECK(members(r, "The two leaders") == "Anna Bergstrom Paul Keller ");
  CHECK(members(r, "Both") == "Anna Bergstrom Paul Keller ");
  CHECK(members(r, "Both men").empty());
}

TEST_CASE("a title in the singular is only of the name beside it") {
  const Run r("Polish President Anna Bergstrom and her deputy, Paul Keller, spoke.");
  for (const auto& relation : r.x.relations) CHECK(r.x.entities[relation.subject].name != "Paul Keller");
  CHECK(r.x.relations.size() == 1);
}
