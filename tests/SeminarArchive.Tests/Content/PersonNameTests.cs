using SeminarArchive.Content;

namespace SeminarArchive.Tests.Content;

public sealed class PersonNameTests
{
    [Theory]
    [InlineData("Michael West", "Michael West", "West", "Michael")]
    [InlineData("Professor  Michael West", "Michael West", "West", "Michael")]
    [InlineData("Prof. Dr. Hans Müller", "Hans Müller", "Müller", "Hans")]
    [InlineData("Associate Professor Jo Bloggs", "Jo Bloggs", "Bloggs", "Jo")]
    [InlineData("Dr Jane Doe, PhD", "Jane Doe", "Doe", "Jane")]
    [InlineData("Jane Doe PhD", "Jane Doe", "Doe", "Jane")]
    [InlineData("West, Michael", "Michael West", "West", "Michael")]
    [InlineData("Doe, Jane, MD", "Jane Doe", "Doe", "Jane")]
    [InlineData("van der Berg, Jan", "Jan van der Berg", "van der Berg", "Jan")]
    [InlineData("Ludwig van Beethoven", "Ludwig van Beethoven", "van Beethoven", "Ludwig")]
    [InlineData("Martin Luther King Jr.", "Martin Luther King", "King", "Martin Luther")]
    [InlineData("Yo-Yo Ma", "Yo-Yo Ma", "Ma", "Yo-Yo")]
    [InlineData("محمد عبد الله", "محمد عبد الله", "عبد الله", "محمد")]
    [InlineData("عبد الله", "عبد الله", "عبد الله", "")]
    [InlineData("عبد الله محمد", "عبد الله محمد", "محمد", "عبد الله")]
    [InlineData("ليلى أبو زيد", "ليلى أبو زيد", "أبو زيد", "ليلى")]
    [InlineData("خالد بن سعيد", "خالد بن سعيد", "بن سعيد", "خالد")]
    [InlineData("Michael West, King's College", "Michael West", "West", "Michael")]
    [InlineData("Michael West, Chief Executive, NHS England", "Michael West", "West", "Michael")]
    [InlineData("Michael West, FRCGP", "Michael West", "West", "Michael")]
    [InlineData("WEST, MICHAEL", "MICHAEL WEST", "WEST", "MICHAEL")]
    [InlineData("King, Martin Luther Jr.", "Martin Luther King", "King", "Martin Luther")]
    [InlineData("Jane O'Neill (Chair)", "Jane O'Neill", "O'Neill", "Jane")]
    [InlineData("Jane Doe (UCL) and Plato (Athens)", "Jane Doe (UCL) and Plato", "Jane Doe (UCL) and Plato", "")]
    [InlineData("Robert (Bob) Turner", "Robert (Bob) Turner", "Turner", "Robert (Bob)")]
    [InlineData("Ada Lovelace / Mary Somerville", "Ada Lovelace / Mary Somerville", "Ada Lovelace / Mary Somerville", "")]
    [InlineData("Lord Darzi of Denham", "Darzi of Denham", "Darzi of Denham", "")]
    [InlineData("Lord Ara Darzi of Denham", "Ara Darzi of Denham", "Darzi of Denham", "Ara")]
    [InlineData("Prof Jane Doe QC", "Jane Doe", "Doe", "Jane")]
    [InlineData("Amy Poe MSc FRCN", "Amy Poe", "Poe", "Amy")]
    [InlineData("Bo Lee MBChB", "Bo Lee", "Lee", "Bo")]
    [InlineData("Cy Fox RN BSc (Hons)", "Cy Fox", "Fox", "Cy")]
    [InlineData("Sir David Nicholson KCB CBE", "David Nicholson", "Nicholson", "David")]
    [InlineData("Yo Mb", "Yo Mb", "Mb", "Yo")]
    [InlineData("Siobhán Ní Bhriain", "Siobhán Ní Bhriain", "Ní Bhriain", "Siobhán")]
    [InlineData("Seán Ó Briain", "Seán Ó Briain", "Ó Briain", "Seán")]
    [InlineData("Máire Mac an tSaoi", "Máire Mac an tSaoi", "Mac an tSaoi", "Máire")]
    [InlineData("Iain St John", "Iain St John", "St John", "Iain")]
    [InlineData("Ursula K. Le Guin", "Ursula K. Le Guin", "Le Guin", "Ursula K.")]
    [InlineData("Nawal El Saadawi", "Nawal El Saadawi", "El Saadawi", "Nawal")]
    [InlineData("Le Guin", "Le Guin", "Guin", "Le")]
    [InlineData("José María de la Torre y Silva", "José María de la Torre y Silva", "de la Torre y Silva", "José María")]
    [InlineData("Brigadier Jane Roe", "Jane Roe", "Roe", "Jane")]
    [InlineData("Lieutenant Colonel Jane Roe", "Jane Roe", "Roe", "Jane")]
    [InlineData("Air Commodore Gill Hand", "Gill Hand", "Hand", "Gill")]
    [InlineData("The Rt Hon. Jane Roe MP", "Jane Roe", "Roe", "Jane")]
    [InlineData("Professor Emerita Jane Roe", "Jane Roe", "Roe", "Jane")]
    [InlineData("Rev'd John Smith", "John Smith", "Smith", "John")]
    [InlineData("Prof. Dr. med. H.-P. Schmidt", "H.-P. Schmidt", "Schmidt", "H.-P.")]
    [InlineData("Dr. rer. nat. Jane Roe", "Jane Roe", "Roe", "Jane")]
    [InlineData("Dr Nat Cole", "Nat Cole", "Cole", "Nat")]
    [InlineData("Major Jones", "Major Jones", "Jones", "Major")]
    [InlineData("د. محمد الأحمد", "محمد الأحمد", "الأحمد", "محمد")]
    [InlineData("Elizabeth II", "Elizabeth II", "Elizabeth II", "")]
    [InlineData("Henry VIII", "Henry VIII", "Henry VIII", "")]
    [InlineData("Malcolm X", "Malcolm X", "X", "Malcolm")]
    [InlineData("Simon and Garfunkel", "Simon and Garfunkel", "Simon and Garfunkel", "")]
    [InlineData("Bob Turner, Anna Krystalli", "Bob Turner, Anna Krystalli", "Bob Turner, Anna Krystalli", "")]
    [InlineData("Hon Lee", "Hon Lee", "Lee", "Hon")]
    [InlineData("Dr Ing Lee", "Ing Lee", "Lee", "Ing")]
    [InlineData("Hon. Lee", "Lee", "Lee", "")]
    [InlineData("Mag Anna Huber", "Anna Huber", "Huber", "Anna")]
    [InlineData("大谷直樹", "大谷直樹", "大谷直樹", "")]
    [InlineData("大谷 翔平", "大谷 翔平", "大谷", "翔平")]
    [InlineData("大谷, 翔平", "大谷 翔平", "大谷", "翔平")]
    [InlineData("佐々木 のぞみ", "佐々木 のぞみ", "佐々木", "のぞみ")]
    [InlineData("김 민수", "김 민수", "김", "민수")]
    [InlineData("マイケル ウェスト", "マイケル ウェスト", "ウェスト", "マイケル")]
    [InlineData("大谷 Shohei", "大谷 Shohei", "Shohei", "大谷")]
    [InlineData("Professor", "Professor", "Professor", "")]
    [InlineData("", "", "", "")]
    public void Parts_a_name(string name, string plain, string family, string given)
    {
        var parsed = PersonName.Parse(name);

        Assert.Equal((plain, family, given), (parsed.Plain, parsed.Family, parsed.Given));
    }

    [Theory]
    [InlineData("Martin Luther King Jr.", "Jr.")]
    [InlineData("King, Martin Luther, Jr", "Jr.")]
    [InlineData("Sammy Davis Jr., PhD", "Jr.")]
    [InlineData("Henry Louis Gates III", "III")]
    [InlineData("Jane Doe, OBE", "")]
    [InlineData("Plato II", "")]
    [InlineData("Jane Doe", "")]
    [InlineData("King, Martin Luther Jr.", "Jr.")]
    [InlineData("Martin King Jr. (Chair)", "Jr.")]
    public void Keeps_what_tells_father_from_son(string name, string generation) => Assert.Equal(generation, PersonName.Parse(name).Generation);

    [Theory]
    [InlineData("Martin Luther King Jr.", "King, Martin Luther, Jr.")]
    [InlineData("Oscar de la Hoya III", "de la Hoya, Oscar, III")]
    [InlineData("Plato", "Plato")]
    public void Stands_with_the_family_first(string name, string familyFirst) => Assert.Equal(familyFirst, PersonName.Parse(name).FamilyFirst);

    [Theory]
    [InlineData("NHS Leadership Academy")]
    [InlineData("The King's Fund")]
    [InlineData("Department of Health and Social Care")]
    [InlineData("School of Health, University of Leeds")]
    [InlineData("Team Alpha")]
    [InlineData("Universität Wien")]
    [InlineData("Karolinska Institutet")]
    [InlineData("Centre for Knots (CfK)")]
    public void Keeps_an_organisation_whole(string name)
    {
        var parsed = PersonName.Parse(name);

        Assert.Equal((true, name, name, ""), (parsed.IsOrganisation, parsed.InOrder, parsed.FamilyFirst, parsed.Given));
    }

    [Theory]
    [InlineData("Alonzo Church")]
    [InlineData("Paula England")]
    [InlineData("Michael West, King's College")]
    [InlineData("Jane Doe (University of Leeds)")]
    public void Takes_nobody_for_an_organisation(string name) => Assert.False(PersonName.Parse(name).IsOrganisation);
}
