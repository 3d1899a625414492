namespace SeminarArchive.Tests.Commands;

public sealed class NewCommandTests : IDisposable
{
    private readonly Shell shell = new();

    public NewCommandTests() => Directory.CreateDirectory(Path.Combine(shell.Folder, "content", "seminars"));

    public void Dispose() => shell.Dispose();

    [Fact]
    public async Task Writes_a_file_that_check_has_nothing_against_but_the_abstract()
    {
        Assert.Equal(0, await NewAsync("Knots: a history", "--date", "2026-11-20", "--speaker", "Ada Lovelace", "--affiliation", "Analytical Society"));
        Assert.Equal(("content/seminars/2026/2026-11-20-knots-a-history.md\n", ""), (shell.Out, shell.Error));

        Assert.Equal(0, await shell.RunAsync("check", "content", "--strict"));
        Assert.EndsWith("\n1 file: 1 notice.\n", shell.Out, StringComparison.Ordinal);
        Assert.Contains(":3:8: notice: The seminar has no abstract.", shell.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Never_writes_over_a_file_nor_takes_an_address()
    {
        await NewAsync("Knots", "--date", "2019-03-14");
        var before = shell.Read("content/seminars/2019/2019-03-14-knots.md");

        Assert.Equal(2, await NewAsync("Knots", "--date", "2019-03-14", "--speaker", "Ada"));
        Assert.Equal("There is a file content/seminars/2019/2019-03-14-knots.md already; it is left as it is. Give the new one another address with --slug.\n", shell.Error);
        Assert.Equal(2, await NewAsync("Knots", "--date", "2020-03-14"));
        Assert.Equal("The address /seminars/knots/ already belongs to content/seminars/2019/2019-03-14-knots.md. Give the new one another with --slug.\n", shell.Error);
        Assert.Equal(0, await NewAsync("Knots", "--date", "2020-03-14", "--slug", "knots-2"));
        Assert.Equal(before, shell.Read("content/seminars/2019/2019-03-14-knots.md"));
        Assert.Equal(2, Directory.GetFiles(shell.Folder, "*", SearchOption.AllDirectories).Length);
    }

    [Fact]
    public async Task Without_a_terminal_it_asks_nothing()
    {
        Assert.Equal(2, await NewAsync());
        Assert.Equal(
            """
            The title is missing. Write it after new, in quotation marks:  new "Knots: a short history" --date 2019-03-14
            The date is missing. Add, for instance,  --date 2019-03-14

            """, shell.Error);
        Assert.Equal("", shell.Out);
    }

    [Fact]
    public async Task At_a_terminal_it_asks_for_what_is_missing()
    {
        Assert.Equal(0, await shell.RunAsync("\nKnots\n2019-03-14\nAda Lovelace\n\n", ["new", "--content", "content"]));
        Assert.Equal("Title: Title: Date (2019-03-14): Speaker (Enter: none): Affiliation (Enter: none): ", shell.Error);
        Assert.Equal("content/seminars/2019/2019-03-14-knots.md\n", shell.Out);
        Assert.Contains("\nspeaker: Ada Lovelace\n---\n", shell.Read("content/seminars/2019/2019-03-14-knots.md"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Hints_at_a_shouted_title()
    {
        Assert.Equal(0, await NewAsync("KNOTS AND ROPES", "--date", "2019"));
        Assert.Equal("Hint: the title is all in capitals. Small letters are easier to read, and screen readers do not spell them out.\n", shell.Error);
    }

    [Fact]
    public async Task A_date_in_words_is_explained()
    {
        Assert.Equal(2, await NewAsync("Knots", "--date", "14 March 2019"));
        Assert.Equal("\"14 March 2019\" is not a date the archive can read. Write year-month-day:  date: 2019-03-14\n", shell.Error);
        Assert.Empty(Directory.GetFileSystemEntries(Path.Combine(shell.Folder, "content", "seminars")));
    }

    private Task<int> NewAsync(params string[] args) => shell.RunAsync(["new", .. args, "--content", "content"]);
}
