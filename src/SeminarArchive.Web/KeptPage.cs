using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace SeminarArchive.Web;

/// <summary>An answer as it was made once, ready to be sent any number of times.</summary>
public sealed class KeptPage
{
    private readonly KeyValuePair<string, StringValues>[] _headers;
    private readonly PackedBody _body;
    private readonly EntityTagHeaderValue? _tag;
    private readonly DateTimeOffset? _modified;

    /// <param name="headers">All that the answer has of its own; its validators are among them.</param>
    public KeptPage(int status, IEnumerable<KeyValuePair<string, StringValues>> headers, PackedBody body)
    {
        (Status, _headers, _body) = (status, [.. headers], body);
        _tag = Header(HeaderNames.ETag) is [{ } tag] ? EntityTagHeaderValue.Parse(tag) : null;
        _modified = HeaderUtilities.TryParseDate(Header(HeaderNames.LastModified).ToString(), out var date) ? date : null;
        IsOneOfTwoForms = Header(HeaderNames.Vary).Contains(HeaderNames.Accept, StringComparer.OrdinalIgnoreCase);
        MayBeKept = !Header(HeaderNames.CacheControl).ToString().Contains("no-store", StringComparison.OrdinalIgnoreCase);
    }

    public int Status { get; }

    /// <summary>True when browsers get another form of it than programs.</summary>
    public bool IsOneOfTwoForms { get; }

    /// <summary>How often it was asked for.</summary>
    public int Asked { get; private set; }

    /// <summary>When it was asked for last, in milliseconds since the machine started.</summary>
    public long LastAsked { get; private set; } = Environment.TickCount64;

    /// <summary>False when the answer itself says that it is for this once.</summary>
    public bool MayBeKept { get; }

    /// <summary>Bytes in memory, roughly.</summary>
    public int Size => _body.Size + 1000;

    /// <summary>Counts it as asked for once more; near enough where several ask at once. The second time has it packed better, for all who come after.</summary>
    public void Touch()
    {
        if (++Asked == 2) ThreadPool.UnsafeQueueUserWorkItem(static body => body.PackWell(), _body, preferLocal: false);
        LastAsked = Environment.TickCount64;
    }

    /// <summary>Sends it, or 304 to who has it.</summary>
    public Task SendAsync(HttpContext context)
    {
        var response = context.Response;
        var headers = response.Headers;
        foreach (var (name, value) in _headers) headers[name] = value;
        if (Status == StatusCodes.Status200OK && Freshness.HasAlready(context.Request, _tag, _modified))
        {
            Freshness.Shorten(response);
            return Task.CompletedTask;
        }

        response.StatusCode = Status;
        // An error without words is given some further up.
        return _body.Size == 0 && Status != StatusCodes.Status200OK ? Task.CompletedTask : _body.SendAsync(context);
    }

    private StringValues Header(string name) => Array.Find(_headers, h => h.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;
}
