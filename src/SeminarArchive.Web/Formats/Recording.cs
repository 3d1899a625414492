using System.Text.RegularExpressions;

namespace SeminarArchive.Web.Formats;

/// <summary>What can be told of a recording from its address.</summary>
/// <param name="Embed">Where its player is; null when that is not known.</param>
/// <param name="MediaType">Of the file itself, when the address is a file's; else null.</param>
public sealed partial record Recording(string? Embed, string? MediaType)
{
    public static Recording At(string url) =>
        YouTube().Match(url) is { Success: true } video ? new($"https://www.youtube.com/embed/{video.Groups["id"].Value}", null)
        : Vimeo().Match(url) is { Success: true } film ? new($"https://player.vimeo.com/video/{film.Groups["id"].Value}", null)
        : new(null, ContentFiles.TypeOf(url) is { } type && (type.StartsWith("video/", StringComparison.Ordinal) || type.StartsWith("audio/", StringComparison.Ordinal)) ? type : null);

    [GeneratedRegex(@"^https?://((www\.|m\.)?youtube(-nocookie)?\.com/(watch\?([^#]*&)?v=|embed/|live/|shorts/)|youtu\.be/)(?<id>[A-Za-z0-9_-]{11})(?![A-Za-z0-9_-])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex YouTube();

    [GeneratedRegex(@"^https?://(www\.|player\.)?vimeo\.com/(video/)?(?<id>[0-9]{5,12})(?![0-9A-Za-z/])", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Vimeo();
}
