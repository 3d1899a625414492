using System.CommandLine;
using System.Text;
using SeminarArchive.Content;

namespace SeminarArchive.Web.Commands;

/// <summary><c>new</c>: writes the file of a seminar, ready for its abstract.</summary>
internal static class NewCommand
{
    public static Command Build(Terminal terminal)
    {
        var title = new Argument<string>("TITLE") { Arity = ArgumentArity.ZeroOrOne, Description = "What the seminar is called." };
        var date = new Option<string>("--date") { Description = "When it is or was held: 2019-03-14, with a time (\"2019-03-14 14:00\"), or only 2019-03 or 2019." };
        var speaker = new Option<string[]>("--speaker") { Description = "Who speaks; once for each." };
        var affiliation = new Option<string[]>("--affiliation") { Description = "Where the speaker works; one for all, or one for each in order." };
        var author = new Option<string[]>("--author") { Description = "Who posts it." };
        var category = new Option<string[]>("--category") { Description = "Its series or subject; once for each." };
        var slides = new Option<string[]>("--slides") { Description = "A path such as slides/knots.pdf, or an address; once for each." };
        var slug = new Option<string>("--slug") { Description = "The last part of its address, when the title shall not give it." };
        var draft = new Option<bool>("--draft") { Description = "Keep it off the site for now." };
        var content = new Option<string>("--content") { Description = "The content folder, when it is not the site's own." };
        var command = new Command("new", "Write the file of a new seminar and print its path. What is missing is asked for, when someone is there to answer.") { title, date, speaker, affiliation, author, category, slides, slug, draft, content };
        command.SetAction((parsed, cancel) => RunAsync(
            new NewSeminar(parsed.GetValue(title) ?? "", parsed.GetValue(date) ?? "")
            {
                Speakers = parsed.GetValue(speaker) ?? [],
                Affiliations = parsed.GetValue(affiliation) ?? [],
                Authors = parsed.GetValue(author) ?? [],
                Categories = parsed.GetValue(category) ?? [],
                Slides = parsed.GetValue(slides) ?? [],
                Slug = parsed.GetValue(slug),
                Draft = parsed.GetValue(draft),
            }, parsed.GetValue(content), terminal, cancel));
        return command;
    }

    private static async Task<int> RunAsync(NewSeminar seminar, string? content, Terminal terminal, CancellationToken cancel)
    {
        var site = Settings.Read(content is null ? null : Path.GetFullPath(content, terminal.Folder));
        if (terminal.CanAsk) seminar = Ask(seminar, terminal);
        List<string> faults = [];
        if (string.IsNullOrWhiteSpace(seminar.Title)) faults.Add("The title is missing. Write it after new, in quotation marks:  new \"Knots: a short history\" --date 2019-03-14");
        if (string.IsNullOrWhiteSpace(seminar.Date)) faults.Add("The date is missing. Add, for instance,  --date 2019-03-14");
        string? path = null, markdown = null;
        if (faults.Count == 0) faults.AddRange(seminar.TryWrite(out path, out markdown));
        if (faults.Count > 0) return Refuse(faults, terminal);

        var folder = new ContentFolder(site.ContentPath);
        var full = Path.Combine(folder.Root, path!);
        if (File.Exists(full)) return Refuse([$"There is a file {terminal.Shown(full)} already; it is left as it is. Give the new one another address with --slug."], terminal);
        if (await OwnerOfAsync(SlugOf(path!, markdown!), folder, cancel) is { } owner)
            return Refuse([$"The address /seminars/{SlugOf(path!, markdown!)}/ already belongs to {terminal.Shown(Path.Combine(folder.Root, owner))}. Give the new one another with --slug."], terminal);

        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        WholeFile.Create(full, Encoding.UTF8.GetBytes(markdown!));
        await terminal.Out.WriteLineAsync(terminal.Shown(full));
        if (seminar.IsShouted) await terminal.Error.WriteLineAsync("Hint: the title is all in capitals. Small letters are easier to read, and screen readers do not spell them out.");
        return CommandLine.Done;
    }

    // An empty answer leaves out what may be left out.
    private static NewSeminar Ask(NewSeminar seminar, Terminal terminal)
    {
        var title = Needed(seminar.Title, "Title", terminal);
        var date = Needed(seminar.Date, "Date (2019-03-14)", terminal);
        var speakers = seminar.Speakers.Count > 0 ? seminar.Speakers : Several("Speaker", terminal);
        var affiliations = seminar.Affiliations.Count > 0 || seminar.Speakers.Count > 0 || speakers.Count == 0 ? seminar.Affiliations : Several("Affiliation", terminal);
        return seminar with { Title = title, Date = date, Speakers = speakers, Affiliations = affiliations };
    }

    private static string Needed(string given, string what, Terminal terminal)
    {
        while (string.IsNullOrWhiteSpace(given))
        {
            if (Answer($"{what}: ", terminal) is not { } answer) break;
            given = answer;
        }

        return given;
    }

    private static IReadOnlyList<string> Several(string what, Terminal terminal) => Answer($"{what} (Enter: none): ", terminal) is { Length: > 0 } answer ? [answer] : [];

    // Asked beside the output, so that the path printed at the end can be piped on.
    private static string? Answer(string question, Terminal terminal)
    {
        terminal.Error.Write(question);
        return terminal.In.ReadLine()?.Trim();
    }

    private static int Refuse(IEnumerable<string> faults, Terminal terminal)
    {
        foreach (var fault in faults) terminal.Error.WriteLine(fault);
        return CommandLine.Failed;
    }

    private static string SlugOf(string path, string markdown) => SeminarReader.Read(path, Encoding.UTF8.GetBytes(markdown)).Seminar!.Slug;

    private static async Task<string?> OwnerOfAsync(string slug, ContentFolder folder, CancellationToken cancel)
    {
        await foreach (var reading in folder.ReadAsync(folder.Seminars(), cancel))
        {
            if (reading.Seminar?.Slug == slug) return reading.Path;
        }

        return null;
    }
}
