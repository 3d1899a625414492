using System.Net;
using System.Text;
using static SeminarArchive.Tests.Post;

namespace SeminarArchive.Tests.Formats;

public class MarkdownSourceTests
{
    private const string Text = "---\r\ntitle: Knots # as announced\r\ndate: 2020-02-13\r\n---\r\n\r\nWas *sagt* 日本?\r\n";

    [Fact]
    public async Task Is_the_file_to_the_letter_without_its_byte_order_mark()
    {
        await using var site = Site.Empty();
        site.Write("seminars/2020/2020-02-13-knots.md", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Text)]);
        await site.StartAsync();

        using var answer = await site.GetAsync("/seminars/knots.md");
        Assert.Equal((HttpStatusCode.OK, "text/markdown; charset=utf-8"), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
        Assert.Equal(Encoding.UTF8.GetBytes(Text), await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal(["http://localhost/seminars/knots.md"], (await site.GetPageAsync("/seminars/knots/")).Links("link[rel=alternate][type='text/markdown']"));
        Assert.Equal((301, "/seminars/knots.md"), await site.AskAsync("/seminars/knots.md/"));
    }

    [Fact]
    public async Task Only_the_version_that_is_shown_is_offered()
    {
        await using var site = await Site.With(Seminar("knots", body: "First."));

        // Written, and not taken in yet.
        site.Write(Seminar("knots", body: "Not for everybody.", more: ["status: draft"]));
        Assert.Equal((404, null), await site.AskAsync("/seminars/knots.md"));

        // Broken: the page goes on showing the version before, whose text is nowhere any more.
        site.Write(new Post("knots.md", "---\ntitle: Knots\ndate: soon\nstatus: draft\n---\n\nNot for everybody.\n"));
        await site.SeedAsync();
        Assert.Equal("First.", (await site.GetPageAsync("/seminars/knots/")).Text(".prose p"));
        Assert.Equal((404, null), await site.AskAsync("/seminars/knots.md"));

        site.Write(Seminar("knots", body: "Second."));
        await site.SeedAsync();
        Assert.EndsWith("Second.\n", await (await site.GetAsync("/seminars/knots.md")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Goes_the_way_of_the_page()
    {
        await using var site = await Site.With(Seminar("old"), Seminar("gone", more: ["status: withdrawn", "reason: On request"]), Seminar("draft", more: ["status: draft"]));
        site.Write("about.md", "# About\n");
        Assert.Equal((410, null), await site.AskAsync("/seminars/gone.md"));
        foreach (var none in (string[])["draft", "nowhere", "..%2Fabout", "..%2F..%2Fdata%2Farchive"]) Assert.Equal((none, 404), (none, (await site.AskAsync($"/seminars/{none}.md")).Status));

        site.Delete("seminars/old.md");
        Assert.Equal((404, null), await site.AskAsync("/seminars/old.md"));

        site.Write(Seminar("old", more: ["slug: new"]));
        await site.SeedAsync();
        Assert.Equal((301, "/seminars/new.md"), await site.AskAsync("/seminars/old.md"));
        Assert.Equal((200, null), await site.AskAsync("/seminars/new.md"));

        site.Delete("seminars/old.md");
        await site.SeedAsync();
        Assert.Equal((410, null), await site.AskAsync("/seminars/old.md"));
    }

    [Fact]
    public async Task A_link_that_leads_out_of_the_folder_is_not_followed()
    {
        await using var site = await Site.With(Seminar("knots"));
        var outside = Path.Combine(Directory.GetParent(site.Content)!.FullName, "outside.md");
        File.Move(Path.Combine(site.Content, "seminars/knots.md"), outside);
        File.CreateSymbolicLink(Path.Combine(site.Content, "seminars/knots.md"), outside);

        Assert.Equal((404, null), await site.AskAsync("/seminars/knots.md"));
    }
}
