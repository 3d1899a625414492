using CsCheck;
using SeminarArchive.Store;

namespace SeminarArchive.Tests.Store;

public class SeminarPageTests
{
    private static readonly Gen<(YearCount[] Years, int Size)> Lists =
        Gen.Select(Gen.Int[1, 9].Array[0, 8], Gen.Int[1, 4], Gen.Int[1, 7], (counts, gap, size) => (counts.Select((c, i) => new YearCount(2026 - (i * gap), c)).ToArray(), size));

    [Fact]
    public void Knows_the_years_of_pages_that_are_not_loaded() => Lists.Sample((years, size) =>
    {
        int[] all = [.. years.SelectMany(y => Enumerable.Repeat(y.Year, y.Count))];
        var pages = all.Chunk(size).ToList();
        var page = Page(years, size, 1);

        Assert.Equal(Math.Max(1, pages.Count), page.Pages);
        for (var i = 0; i < pages.Count; i++) Assert.Equal((pages[i][0], pages[i][^1]), page.YearsOn(i + 1));
        foreach (var year in years) Assert.Equal(pages.FindIndex(p => p.Contains(year.Year)) + 1, page.PageOfYear(year.Year));
    });

    [Fact]
    public void Knows_how_many_of_a_year_stand_on_earlier_pages() => Lists.Sample((years, size) =>
    {
        int[] all = [.. years.SelectMany(y => Enumerable.Repeat(y.Year, y.Count))];
        var pages = all.Chunk(size).ToList();
        for (var i = 0; i < pages.Count; i++)
        {
            var page = Page(years, size, i + 1);
            foreach (var year in pages[i].Distinct()) Assert.Equal(pages.Take(i).Sum(p => p.Count(y => y == year)), page.Before(year));
        }
    });

    [Theory]
    [InlineData(0, 1, true)]
    [InlineData(0, 2, false)]
    [InlineData(4, 2, true)]
    [InlineData(5, 3, true)]
    [InlineData(4, 3, false)]
    [InlineData(4, 0, false)]
    [InlineData(4, -1, false)]
    [InlineData(4, int.MaxValue, false)]
    public void Exists_up_to_the_last_seminar(int seminars, int number, bool exists) =>
        Assert.Equal(exists, Page(seminars == 0 ? [] : [new YearCount(2020, seminars)], 2, number).Exists);

    private static SeminarPage Page(YearCount[] years, int size, int number) => new([], number, size, years.Sum(y => y.Count), years);
}
