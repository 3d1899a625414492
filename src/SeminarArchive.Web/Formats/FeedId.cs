using SeminarArchive.Store;

namespace SeminarArchive.Web.Formats;

/// <summary>
/// By what feed readers know a seminar or a list again, whatever becomes of titles and addresses: a <c>tag:</c> URI (RFC 4151) made from a seminar's key.
/// One that WordPress published keeps the <c>guid</c> that it had there, so that its readers do not take it for a new one.
/// </summary>
/// <param name="origin">Scheme and host that the archive had first; see <see cref="SiteOptions.FirstOriginOf"/>.</param>
public sealed class FeedId(string origin)
{
    // A tag names a day on which its maker had the host; this one is never to be changed.
    private readonly string _tag = $"tag:{Host(origin)},2026:";

    public string Of(Seminar seminar) => seminar.PostAddress is { } address ? new Uri(new Uri(origin), address).AbsoluteUri : $"{_tag}seminars/{Uri.EscapeDataString(seminar.Key)}";

    public string Of(Listing list) => _tag + list.Address;

    // A tag has no place for the brackets of an address in IPv6.
    private static string Host(string origin) => new Uri(origin) is { HostNameType: not UriHostNameType.IPv6 } uri ? uri.IdnHost : "localhost";
}
