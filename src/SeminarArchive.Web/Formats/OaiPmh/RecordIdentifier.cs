using System.Text.RegularExpressions;

namespace SeminarArchive.Web.Formats.OaiPmh;

/// <summary>
/// The names of records for other systems, for ever: <c>oai:seminars.example.org:patient-role</c>, after the guidelines for the oai scheme.
/// The last part is <see cref="Store.Seminar.Key"/>, percent-encoded as in an address.
/// </summary>
public static partial class RecordIdentifier
{
    public static string Of(string origin, string key) => $"oai:{HostOf(origin)}:{Uri.EscapeDataString(key)}";

    /// <summary>The key in an identifier of this archive, written the one right way; null when it is none.</summary>
    public static string? KeyOf(string origin, string identifier)
    {
        var prefix = Of(origin, "");
        if (!identifier.StartsWith(prefix, StringComparison.Ordinal)) return null;

        var key = Uri.UnescapeDataString(identifier[prefix.Length..]);
        return key.Length > 0 && Of(origin, key) == identifier ? key : null;
    }

    /// <summary>In ASCII; of an address in numbers, what the scheme can hold of it.</summary>
    public static string HostOf(string origin) => new Uri(origin).IdnHost.Trim('[', ']').Replace(':', '-');

    /// <summary>Whether the host is one that the scheme knows: a domain name.</summary>
    public static bool IsDomain(string host) => Domain().IsMatch(host);

    /// <summary>Whether the text could be the name of anything.</summary>
    public static bool IsLegal(string text) => Legal().IsMatch(text) && Uri.TryCreate(text, UriKind.RelativeOrAbsolute, out _);

    [GeneratedRegex(@"^[a-zA-Z][a-zA-Z0-9-]*(\.[a-zA-Z][a-zA-Z0-9-]*)+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Domain();

    [GeneratedRegex(@"^([A-Za-z0-9\-._~:/?@!$&'()*+,;=]|%[0-9A-Fa-f]{2})+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Legal();
}
