using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using SeminarArchive.Content;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Commands;

/// <summary><c>seed</c>: brings the database into line with the content and ends, so that the site need not when it starts.</summary>
internal static class SeedCommand
{
    private const int Unusable = 1;

    public static Command Build(Terminal terminal)
    {
        var command = new Command("seed", """
            Bring the database up to date with content/ and end: for an image that shall start at once, or to see how long it takes.
            Content and database are where the site has them; say otherwise with Site__ContentPath and Site__DataPath in the environment.
            Exits with 0 when it is done, whatever single files are like, 1 when the content or the database cannot be used.
            """);
        command.SetAction((_, cancel) => RunAsync(terminal, cancel));
        return command;
    }

    private static async Task<int> RunAsync(Terminal terminal, CancellationToken cancel)
    {
        SeedReport report;
        try
        {
            var site = Settings.Read(content: null);
            site.MakeDataFolder();
            using var file = new ArchiveFile(site.DataPath);
            var seeder = new Seeder(file, new ContentFolder(site.ContentPath), site.Zone, terminal.Clock);
            using var progress = new ProgressLine(terminal);
            seeder.Progressed += (_, seeding) => progress.Show(seeding.Done, seeding.Files);
            var isThere = file.Exists;
            report = await seeder.SeedAsync(cancel: cancel);
            // Nothing is answered meanwhile, so there is time to look through all of it.
            if (isThere && report.SetAside is null && !file.Examine()) report = await seeder.SeedAsync(cancel: cancel);
        }
        catch (Exception e) when (e is SiteOptionsException or SqliteException or IOException or UnauthorizedAccessException)
        {
            await terminal.Error.WriteLineAsync(e.Message);
            return Unusable;
        }

        if (report.SetAside is { } reason) await terminal.Error.WriteLineAsync($"The database was set aside and rebuilt from content: {reason}");
        foreach (var problem in report.Problems.Where(p => p.Severity != Severity.Notice).Concat(report.Folder ?? [])) await terminal.Error.WriteLineAsync($"{problem}\n");
        await terminal.Out.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
            $"Seeded {report.Seminars} seminars from {report.Files} files ({report.Read} read, {report.Written} written, {report.Removed} removed) in {report.Elapsed.TotalMilliseconds:0} ms, {Peak()} MB"));
        return CommandLine.Done;
    }

    // The most memory that the process has taken so far.
    private static long Peak()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / (1024 * 1024);
    }
}
