using System.Text.Json;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Store;

/// <summary>Two files that ask for one address.</summary>
public class SharedSlugTests
{
    private static Post Knots(string file, string title, string slug = "knots") => new(file, Seminar(slug, title: title, more: [$"slug: {slug}"]).Markdown);

    [Fact]
    public async Task The_first_in_path_order_keeps_it_and_the_problem_names_both()
    {
        await using var site = await Site.With(Knots("a.md", "First"), Knots("b.md", "Second"), Seminar("tides", "2010-01-01"));

        site.Write(Knots("b.md", "Second, changed"));
        var problem = Assert.Single((await site.SeedAsync()).Problems);

        Assert.Equal(("content/seminars/b.md", "slug-taken", "The address /seminars/knots/ already belongs to content/seminars/a.md."), (problem.File, problem.Rule, problem.Cause));
        Assert.Equal(["First", "tides"], (await site.GetPageAsync("/")).Titles());
    }

    [Fact]
    public async Task The_other_gets_it_when_its_owner_goes()
    {
        await using var site = await Site.With(Knots("a.md", "First"), Knots("b.md", "Second"), Knots("c.md", "Third"));

        site.Delete("seminars/a.md");
        await site.SeedAsync();
        Assert.Equal(["Second"], (await site.GetPageAsync("/")).Titles());

        site.Write(Knots("b.md", "Second", slug: "splices"));
        await site.SeedAsync();
        Assert.Equal(["Third", "Second"], (await site.GetPageAsync("/")).Titles());
    }

    [Fact]
    public async Task An_earlier_file_that_appears_takes_it_over()
    {
        await using var site = await Site.With(Knots("b.md", "Second"));

        site.Write(Knots("a.md", "First"));
        var problem = Assert.Single((await site.SeedAsync()).Problems);
        Assert.Equal(("content/seminars/b.md", "The address /seminars/knots/ already belongs to content/seminars/a.md."), (problem.File, problem.Cause));
        Assert.Equal(["First"], (await site.GetPageAsync("/")).Titles());

        site.Delete("seminars/a.md");
        await site.SeedAsync();
        Assert.Equal(["Second"], (await site.GetPageAsync("/")).Titles());
    }

    [Fact]
    public async Task Two_files_may_exchange_their_addresses()
    {
        await using var site = await Site.With(Knots("a.md", "First", "knots"), Knots("b.md", "Second", "splices"));

        site.Write(Knots("a.md", "First", "splices"));
        site.Write(Knots("b.md", "Second", "knots"));
        var report = await site.SeedAsync();

        Assert.Equal([], report.Problems);
        Assert.Equal("First", (await site.GetPageAsync("/seminars/splices/")).Text("h1"));
        Assert.Equal("Second", (await site.GetPageAsync("/seminars/knots/")).Text("h1"));
    }

    [Fact]
    public async Task A_file_may_take_the_address_of_one_that_vanishes_at_the_same_time()
    {
        await using var site = await Site.With(Knots("a.md", "First"), Knots("b.md", "Second", "splices"));

        site.Delete("seminars/a.md");
        site.Write(Knots("b.md", "Third"));
        var report = await site.SeedAsync();

        Assert.Equal([], report.Problems);
        Assert.Equal("Third", (await site.GetPageAsync("/seminars/knots/")).Text("h1"));
        Assert.Equal((301, "/seminars/knots/"), await site.AskAsync("/seminars/splices/"));
    }

    [Fact]
    public async Task The_problem_is_remembered_with_the_file()
    {
        await using var site = await Site.With(Knots("a.md", "First"), Knots("b.md", "Second"));

        await using var archive = site.Service<SeminarArchive.Store.ArchiveFile>().OpenRead();
        var remembered = archive.SourceFiles.OrderBy(f => f.Path).Select(f => f.Problems).ToList();

        Assert.Null(remembered[0]);
        Assert.Equal(["slug-taken"], JsonDocument.Parse(remembered[1]!).RootElement.EnumerateArray().Select(p => p.GetProperty("Rule").GetString()));
    }
}
