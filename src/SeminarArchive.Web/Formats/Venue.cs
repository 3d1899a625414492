using System.Text.RegularExpressions;

namespace SeminarArchive.Web.Formats;

/// <summary>Where a seminar is held, as its location says: a place in words, an address on the web, or both.</summary>
/// <param name="Place">The words; null where there is nothing but an address.</param>
/// <param name="Link">Where one takes part online; null for a place alone.</param>
public sealed partial record Venue(string? Place, Uri? Link)
{
    /// <summary>As it is cited: without the address, which is for who takes part and may hold a passcode.</summary>
    public string Text => Place ?? "Online";

    /// <summary><c>Online (zoom.us)</c>: the host without what numbers its servers.</summary>
    public string LinkText
    {
        get
        {
            var parts = Link!.Host.Split('.');
            var first = 0;
            while (Link.HostNameType == UriHostNameType.Dns && parts.Length - first > 2 && (parts[first] == "www" || parts[first].Any(char.IsAsciiDigit))) first++;
            return $"Online ({string.Join('.', parts[first..])})";
        }
    }

    /// <summary>Null where no location is known.</summary>
    public static Venue? Of(string? location)
    {
        if (location is null) return null;
        if (!location.Contains("://", StringComparison.Ordinal) || Address().Match(location) is not { Success: true } address || !Uri.TryCreate(address.Value, UriKind.Absolute, out var link)) return new Venue(location, null);

        var place = $"{location[..address.Index].Trim().TrimEnd(Between)} {location[(address.Index + address.Length)..].Trim().TrimStart(Between)}".Trim();
        return new Venue(place.Length > 0 ? place : null, link);
    }

    private static readonly char[] Between = [' ', '/', ',', ';', ':', '|', '(', ')', '<', '>', '-', '–', '—', '.'];

    [GeneratedRegex(@"https?://[^\s<>""]*[^\s<>"".,;:)]", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Address();
}
