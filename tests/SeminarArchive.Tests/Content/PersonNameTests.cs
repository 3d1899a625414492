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
    [InlineData("Michael West, King's College", "Michael West, King's College", "College", "Michael West, King's")]
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
    public void Keeps_what_tells_father_from_son(string name, string generation) => Assert.Equal(generation, PersonName.Parse(name).Generation);
}
