using System.CommandLine;
using SeminarArchive.Content;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Commands;

/// <summary><c>check</c>: prints what editors should put right; <c>--fix</c> mends what needs no human.</summary>
internal static class CheckCommand
{
    private static readonly Dictionary<string, Action<Report, Terminal>> Formats = new(StringComparer.Ordinal)
    {
        ["text"] = TextReport.Write, ["json"] = JsonReport.Write, ["github"] = GitHubReport.Write, ["sarif"] = SarifReport.Write,
    };

    public static IReadOnlyList<string> Options { get; } = ["--format", "--level", "--strict", "--fix", "--help"];

    public static Command Build(Terminal terminal)
    {
        var paths = new Argument<string[]>("PATH") { Arity = ArgumentArity.ZeroOrMore, Description = "Files or folders; a folder that is no part of content/ is taken for one full of seminars. None: the whole of content/." };
        var format = new Option<string>("--format") { Description = "How problems are printed.", DefaultValueFactory = _ => "text" }.AcceptOnlyFromAmong([.. Formats.Keys]);
        var level = new Option<string>("--level") { Description = "The least that is worth mentioning.", DefaultValueFactory = _ => "notice" }.AcceptOnlyFromAmong("notice", "warning", "error");
        var strict = new Option<bool>("--strict") { Description = "Warnings count: exit with 1 when there are any." };
        var fix = new Option<bool>("--fix") { Description = "First mend what is safe to mend: capitals in paths of slides, old addresses that are missing in aliases." };
        var command = new Command("check", """
            Read every seminar and page and say what should be put right.
            Exits with 0 when nothing must be mended (notices and warnings are no errors), 1 when there are errors, 2 when the check could not be made.
            """) { paths, format, level, strict, fix };
        command.SetAction((parsed, cancel) => RunAsync(
            parsed.GetValue(paths) ?? [], parsed.GetValue(format)!, Enum.Parse<Severity>(parsed.GetValue(level)!, ignoreCase: true), parsed.GetValue(strict), parsed.GetValue(fix), terminal, cancel));
        return command;
    }

    private static async Task<int> RunAsync(string[] paths, string format, Severity level, bool strict, bool fix, Terminal terminal, CancellationToken cancel)
    {
        var site = Settings.Read(content: null);
        var asked = paths.Length == 0 ? [new CheckPath(new ContentFolder(site.ContentPath), "", Alone: false)] : paths.Select(path => CheckPath.Parse(path, site.ContentPath, terminal)).ToList();
        var problems = new List<Problem>();
        var files = 0;
        foreach (var folder in asked.GroupBy(path => (path.Folder.Root, path.Alone ? path.Under : "")))
        {
            if (fix) await MendAsync([.. folder], site, terminal, format, cancel);
            var before = problems.Count;
            var read = await AuditAsync([.. folder], site, problems, terminal, cancel);
            if (read == 0 && problems.Count == before && paths.Length > 0) throw new FileNotFoundException($"There is no seminar in {terminal.Shown(Path.Combine(folder.First().Folder.Root, folder.First().Under))} .");
            files += read;
        }

        var report = new Report([.. problems.Where(problem => problem.Severity >= level).Distinct().OrderBy(problem => problem.File, StringComparer.Ordinal).ThenBy(problem => problem.Line).ThenBy(problem => problem.Column)], files);
        Formats[format](report, terminal);
        return problems.Exists(problem => problem.Severity == Severity.Error || (strict && problem.Severity == Severity.Warning)) ? CommandLine.ToMend : CommandLine.Done;
    }

    // Every file of the folder is read, for seminars must not claim each other's addresses; only those asked for are spoken of.
    private static async Task<int> AuditAsync(List<CheckPath> asked, SiteOptions site, List<Problem> problems, Terminal terminal, CancellationToken cancel)
    {
        var folder = asked[0].Folder;
        var shown = terminal.Shown(folder.Root);
        var listing = folder.Look();
        var entries = Entries(asked, listing);
        var audit = new ContentAudit(folder, Settings.Today(site, terminal.Clock), OwnAddresses.Has, shown);
        var (files, done) = (0, 0);
        using (var progress = new ProgressLine(terminal))
        {
            await foreach (var reading in folder.ReadAsync(entries, cancel))
            {
                progress.Show(++done, entries.Count);
                var found = audit.Of(reading);
                if (!Asked(reading.Path)) continue;
                files++;
                problems.AddRange(found.Select(Rooted));
            }
        }

        if (asked[0].HasMore)
        {
            foreach (var page in folder.ReadPages("about.md").Concat(folder.ReadPages("categories")).Where(page => Asked(page.Path)))
            {
                files++;
                problems.AddRange(audit.Of(page).Select(Rooted));
            }

            var people = folder.People();
            var readings = folder.ReadPeople(people.Entries);
            files += readings.Count(reading => Asked(reading.Path));
            problems.AddRange(readings.SelectMany(audit.Of).Concat(ContentAudit.Of(people)).Concat(ContentAudit.Of(folder.Media())).Where(problem => Asked(InFolder(problem.File))).Select(Rooted));
        }

        if (!asked[0].Alone) problems.AddRange(ContentAudit.Of(listing).Concat(audit.OfAll()).Where(problem => Asked(InFolder(problem.File))).Select(Rooted));
        return files;

        bool Asked(string path) => asked.Exists(one => one.Holds(path));

        Problem Rooted(Problem problem) => problem with { File = InFolder(problem.File) is { Length: > 0 } path ? shown == "." ? path : $"{shown}/{path}" : shown };
    }

    private static async Task MendAsync(List<CheckPath> asked, SiteOptions site, Terminal terminal, string format, CancellationToken cancel)
    {
        var folder = asked[0].Folder;
        var former = await FormerAddressesAsync(folder, site, cancel);
        var mender = new Mender(folder, path => former?[path] ?? []);
        var entries = Entries(asked, folder.Look()).Where(entry => asked.Exists(one => one.Holds(entry.Path)));
        await foreach (var reading in folder.ReadAsync(entries, cancel))
        {
            foreach (var mended in mender.Mend(reading))
                await (format == "text" ? terminal.Out : terminal.Error).WriteLineAsync($"{terminal.Shown(Path.Combine(folder.Root, InFolder(mended.File)))}: {(mended.IsDone ? "mended" : "not mended")}: {mended.What}");
        }
    }

    // The database, if the site has made one, knows which addresses the seminars of its own content folder have left.
    private static async Task<ILookup<string, string>?> FormerAddressesAsync(ContentFolder folder, SiteOptions site, CancellationToken cancel)
    {
        if (folder.Root != site.ContentPath || !Directory.Exists(site.DataPath)) return null;
        using var file = new ArchiveFile(site.DataPath);
        if (!file.IsUsable) return null;
        await using var archive = file.OpenRead();
        return await archive.FormerAddressesAsync(cancel);
    }

    private static IReadOnlyList<ContentEntry> Entries(List<CheckPath> asked, ContentListing listing) =>
        asked[0].Alone ? [.. listing.Entries.Where(entry => entry.Path == asked[0].Under)] : listing.Entries;

    // Problems name files from the content folder's parent on.
    private static string InFolder(string file) => file.Length > "content/".Length ? file["content/".Length..] : "";
}
