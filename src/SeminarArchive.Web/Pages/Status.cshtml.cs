using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using SeminarArchive.Content;
using SeminarArchive.Store;

namespace SeminarArchive.Web.Pages;

/// <summary>For editors: what must be put right, and what the archive lacks. In production only at the management address.</summary>
[ResponseCache(NoStore = true)]
public sealed class StatusModel(Archive archive, Management management, Readiness readiness, TimeProvider clock, IWebHostEnvironment environment) : PageModel
{
    /// <summary>Errors and warnings by file.</summary>
    public IReadOnlyList<FileProblems> Files { get; private set; } = [];

    /// <summary>Problems of folders, and of files that nothing reads.</summary>
    public IReadOnlyList<Problem> Folders { get; private set; } = [];

    public int Errors { get; private set; }

    public int Warnings { get; private set; }

    public int FileCount { get; private set; }

    /// <summary><c>error</c> or <c>warning</c> when only those are shown.</summary>
    public string? Show { get; private set; }

    public DateTimeOffset SeededAt { get; private set; }

    public SeedReport? Report => readiness.Report;

    /// <summary>What published seminars lack, each under its name.</summary>
    public IReadOnlyList<(string Name, Lacking Lacking)> Health { get; private set; } = [];

    /// <summary>People who may be one and the same.</summary>
    public IReadOnlyList<UnsurePair> Unsure { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string? show, CancellationToken cancel = default)
    {
        if (!environment.IsDevelopment() && !management.Admits(HttpContext.Connection)) return NotFound();

        var all = await archive.ProblemsAsync(cancel);
        var folders = Report?.Folder ?? [];
        Errors = folders.Concat(all.SelectMany(f => f.Problems)).Count(p => p.Severity == Severity.Error);
        Warnings = folders.Concat(all.SelectMany(f => f.Problems)).Count(p => p.Severity == Severity.Warning);
        Show = show is "error" or "warning" ? show : null;
        Folders = [.. folders.Where(IsShown)];
        Files = [.. all.Select(f => f with { Problems = [.. f.Problems.Where(IsShown)] }).Where(f => f.Problems.Count > 0)];
        FileCount = await archive.SourceFiles.CountAsync(cancel);
        SeededAt = DateTimeOffset.FromUnixTimeSeconds((await archive.States.SingleAsync(cancel)).SeededAt);
        Health =
        [
            ("Without slides", await archive.WithoutSlidesAsync(clock.GetUtcNow(), cancel)),
            ("Without an abstract", await archive.WithoutAbstractAsync(cancel)),
            ("Without a speaker", await archive.WithoutSpeakerAsync(cancel)),
            ("With a speaker without affiliation", await archive.WithoutAffiliationAsync(cancel)),
            ("Drafts", await archive.DraftsAsync(cancel)),
        ];
        Unsure = await archive.UnsurePeopleAsync(cancel);
        Response.Headers["X-Robots-Tag"] = "noindex, nofollow";
        return Page();

        bool IsShown(Problem problem) => Show is null || (problem.Severity == Severity.Error) == (Show == "error");
    }
}
