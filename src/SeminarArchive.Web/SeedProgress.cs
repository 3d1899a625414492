using SeminarArchive.Web.Commands;

namespace SeminarArchive.Web;

/// <summary>Says how far a seeding is that takes longer than a moment: as a bar on a terminal, as a line now and then in a log.</summary>
internal sealed partial class SeedProgress(TimeProvider clock, ILogger log) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan NowAndThen = TimeSpan.FromSeconds(5);

    private readonly long _start = clock.GetTimestamp();
    private Terminal? _terminal;
    private ProgressLine? _line;
    private TimeSpan _next = Patience;

    public void Step(int done, int files)
    {
        _terminal ??= Terminal.Own;
        if (_terminal.ShowsProgress)
        {
            (_line ??= new ProgressLine(_terminal)).Show(done, files);
            return;
        }

        var elapsed = clock.GetElapsedTime(_start);
        if (elapsed < _next) return;
        _next = elapsed + NowAndThen;
        LogProgress(done, files);
    }

    public void Dispose() => _line?.Dispose();

    [LoggerMessage(Level = LogLevel.Information, Message = "Seeding: {Done} of {Files} files")]
    private partial void LogProgress(int done, int files);
}
