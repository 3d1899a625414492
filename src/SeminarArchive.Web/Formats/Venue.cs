using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace SeminarArchive.Web.Formats;

/// <summary>Where a seminar is held, as its location says: a place in words, an address on the web, or both.</summary>
/// <param name="Words">As the page shows them beside the links, without their addresses; null where there is nothing else.</param>
/// <param name="Text">As it is cited: without addresses, meeting numbers and passcodes, which are for who takes part; null for a map alone.</param>
/// <param name="Link">Where one takes part online; null for a place alone.</param>
/// <param name="Map">Where the place is shown on a map.</param>
public sealed partial record Venue(string? Words, string? Text, Uri? Link, Uri? Map)
{
    // Words of a location that is no place.
    private static readonly FrozenSet<string> Online = FrozenSet.Create(StringComparer.OrdinalIgnoreCase, "online", "virtual", "virtually", "remote", "remotely", "zoom", "teams", "webex", "webinar", "skype", "meet");
    private static readonly FrozenSet<string> BesideOnline = FrozenSet.Create(StringComparer.OrdinalIgnoreCase,
        "on", "via", "by", "only", "microsoft", "ms", "google", "cisco", "meeting", "event", "talk", "seminar", "live");

    /// <summary>Whether there is no place to go to.</summary>
    public bool IsOnline { get; } = Text?.Split([' ', '(', ')', ',', '/', '-'], StringSplitOptions.RemoveEmptyEntries) is { } words && words.Any(Online.Contains) && words.All(word => Online.Contains(word) || BesideOnline.Contains(word));

    /// <summary>What the page links to, with the words for it.</summary>
    public IReadOnlyList<(string Name, Uri Link)> Links => [.. Link is null ? [] : new[] { ($"Online ({Host(Link)})", Link) }, .. Map is null ? [] : new[] { ("Map", Map) }];

    /// <summary>Null where no location is known.</summary>
    public static Venue? Of(string? location)
    {
        if (location is null) return null;

        Uri? link = null, map = null;
        var words = Without(Address(), location, match =>
        {
            var url = match.Groups["url"].Value;
            if (!Uri.TryCreate(url.Contains("://", StringComparison.Ordinal) ? url : "https://" + url, UriKind.Absolute, out var address)) return match.Value;
            ref var kept = ref link;
            if (Maps().IsMatch(address.Host + address.AbsolutePath)) kept = ref map;
            // What comes after the first of a kind stays for readers.
            if (kept is not null) return match.Value;
            kept = address;
            return match.Groups["name"].Value;
        });
        var text = Without(Secrets(), Without(Address(), words, match => match.Groups["name"].Value), _ => "");
        return new Venue(words.Length > 0 ? words : null, text.Length > 0 ? text : link is not null || words.Length > 0 ? "Online" : null, link, map);
    }

    // zoom.us: without what numbers its servers.
    private static string Host(Uri link)
    {
        var parts = link.Host.Split('.');
        var first = 0;
        while (link.HostNameType == UriHostNameType.Dns && parts.Length - first > 2 && (parts[first] == "www" || parts[first].Any(char.IsAsciiDigit))) first++;
        return string.Join('.', parts[first..]);
    }

    // With no sign left over that stood around what is left out.
    private static string Without(Regex what, string text, MatchEvaluator by)
    {
        var rest = what.Replace(text, by);
        return rest == text ? text : Gaps().Replace(BracketEnds().Replace(EmptyBrackets().Replace(rest, ""), ")"), " ").Trim(' ', '/', ',', ';', ':', '|', '<', '>', '-', '–', '—', '.');
    }

    // With what leads to it; of the services known for meetings, the scheme may be missing.
    [GeneratedRegex("""
        \[(?<name>[^\[\]]+)\]\((?<url>https?://[^()\s]+)\)
        | (\s*[,;:/|–—-]+|\s+(at|on|via|by)(?=\s))?\s*<?(?<url>(https?://|(?<![\w.@/-])([\w-]+\.)*(zoom\.us|teams\.microsoft\.com|teams\.live\.com|meet\.google\.com|webex\.com)/)[^\s<>"]*[^\s<>".,;:)])>?
        """, RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Address();

    [GeneratedRegex(@"^(maps\.|goo\.gl/maps|(www\.)?google\.[a-z.]+/maps|(www\.)?openstreetmap\.org|osm\.org|(www\.)?bing\.com/maps|what3words\.com|w3w\.co)", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Maps();

    // "(Meeting ID 123 456, passcode 99)", ", passcode: 99"
    [GeneratedRegex(@"\s*\([^()]*\b(meeting id|passcode|password|access code|pwd|pin(?=\s*[:=]))\b[^()]*\)|[\s,;]*\b(meeting id|passcode|password|access code|pwd|pin(?=\s*[:=]))\b\s*[:=]?\s*[^\s,;()][^,;()]*", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Secrets();

    [GeneratedRegex(@"\s*\(\W*\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex EmptyBrackets();

    [GeneratedRegex(@"[\s,;:/|–—-]+\)", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex BracketEnds();

    [GeneratedRegex(@"\s{2,}", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Gaps();
}
