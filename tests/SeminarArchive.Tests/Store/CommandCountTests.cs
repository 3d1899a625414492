using SeminarArchive.Tests.Conventions;

namespace SeminarArchive.Tests.Store;

public class CommandCountTests
{
    [Fact]
    public async Task No_page_asks_more_often_for_more_seminars()
    {
        var few = await CountAsync(seminars: 2, pageSize: 1);
        var many = await CountAsync(seminars: 60, pageSize: 25);

        Assert.Equal(few, many);
        // A list: the heading, the years, the rows. A search: the index besides. A seminar: itself with its seven kinds of parts, its two neighbours, what is related.
        Assert.All(many, m => Assert.InRange(m.Commands, m.Address == "/about/" ? 1 : 0, m.Address.StartsWith("/seminars/", StringComparison.Ordinal) ? 16 : m.Address.StartsWith("/search/", StringComparison.Ordinal) ? 8 : 4));
        Assert.True(many.Sum(m => m.Commands) > 50);
    }

    private static async Task<List<(string Address, int Commands)>> CountAsync(int seminars, int pageSize)
    {
        await using var site = await EveryAddress.SiteAsync(seminars, pageSize);
        using var count = new CommandCount(site.Database);
        var counts = new List<(string, int)>();
        foreach (var address in EveryAddress.Examples.Values) counts.Add((address, await count.OfAsync(() => site.GetPageAsync(address))));
        return counts;
    }
}
