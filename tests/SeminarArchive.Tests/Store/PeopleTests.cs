using SeminarArchive.Store;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Store;

public sealed class PeopleTests
{
    [Fact]
    public async Task Those_who_may_be_one_are_told_until_an_editor_has_told_them_apart()
    {
        await using var site = await Site.With(
            Seminar("a", speaker: "Michael West"), Seminar("b", speaker: "M. West"), Seminar("c", speaker: "Micheal West"),
            Seminar("d", speaker: "Grace Hopper", more: "orcid: 0000-0002-1825-0097"), Seminar("e", speaker: "Grace Hoper", more: "orcid: 0000-0001-5109-3700"), Seminar("f", speaker: "Ada Lovelace"));

        Assert.Equal([("M. West", "Michael West"), ("M. West", "Micheal West"), ("Michael West", "Micheal West")], await UnsureAsync(site));

        site.Write("people/west.md", "---\nname: Michael West\naliases: [M. West]\n---\n");
        await site.SeedAsync();
        Assert.Equal([("Michael West", "Micheal West")], await UnsureAsync(site));

        site.Write("people/west.md", "---\nname: Michael West\naliases: [M. West]\nignore: [name-similar]\n---\n");
        await site.SeedAsync();
        Assert.Equal([], await UnsureAsync(site));
    }

    [Fact]
    public async Task A_change_in_a_people_file_reads_no_seminar_again()
    {
        await using var site = await Site.With(Seminar("a", speaker: "Michael West"), Seminar("b", speaker: "Mike West"));
        site.Write("people/west.md", "---\nname: Michael West\naliases: [Mike West]\n---\n");

        var joined = await site.SeedAsync();
        var nothing = await site.SeedAsync();
        site.Delete("people/west.md");
        var parted = await site.SeedAsync();

        Assert.Equal((0, 0, 0), (joined.Read, joined.Written, joined.Removed));
        Assert.Equal((joined.Version, joined.Version + 1), (nothing.Version, parted.Version));
        Assert.Equal(["mike-west", "michael-west"], (await site.GetPageAsync("/")).Links(".who a").Select(href => href!.Split('/')[2]).OrderDescending());
    }

    [Fact]
    public async Task A_problem_between_files_is_told_once_and_goes_with_its_cause()
    {
        await using var site = await Site.With(
            Seminar("a", speaker: "Michael West", more: "orcid: 0000-0002-1825-0097"), Seminar("b", speaker: "Michael West"));
        site.Write(Seminar("b", speaker: "Michael West", more: "orcid: 0000-0001-5109-3700"));

        Assert.Equal(["orcid-differs"], (await site.SeedAsync()).Problems.Select(p => p.Rule));
        Assert.Equal([], (await site.SeedAsync()).Problems);
        Assert.Equal(["seminars/b.md"], await WithProblemsAsync(site));

        site.Write(Seminar("b", speaker: "Michael West"));
        await site.SeedAsync();
        Assert.Equal([], await WithProblemsAsync(site));
    }

    private static async Task<IEnumerable<(string, string)>> UnsureAsync(Site site)
    {
        await using var archive = site.Service<ArchiveFile>().OpenRead();
        return (await archive.UnsurePeopleAsync()).Select(pair => (pair.First.Name, pair.Second.Name));
    }

    private static async Task<IEnumerable<string>> WithProblemsAsync(Site site)
    {
        await using var archive = site.Service<ArchiveFile>().OpenRead();
        return (await archive.ProblemsAsync()).Select(file => file.Path);
    }
}
