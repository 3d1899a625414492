using System.Globalization;

namespace SeminarArchive.Web.Commands;

/// <summary>A bar that grows while files are read; shown only on a terminal, and only when it takes longer than a second.</summary>
internal sealed class ProgressLine(Terminal terminal) : IDisposable
{
    private const int Width = 30;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly long start = terminal.Clock.GetTimestamp();
    private int shown = -1;

    public void Show(int done, int files)
    {
        if (!terminal.ShowsProgress) return;
        var percent = (int)(100L * done / Math.Max(1, files));
        if (percent == shown || terminal.Clock.GetElapsedTime(start) < Patience) return;
        shown = percent;
        var bar = Width * percent / 100;
        terminal.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r[{new string('#', bar)}{new string('.', Width - bar)}] {percent,3} %  {done} of {files} files"));
    }

    /// <summary>Leaves an empty line behind.</summary>
    public void Dispose()
    {
        if (shown >= 0) terminal.Error.Write("\r\u001b[K");
    }
}
