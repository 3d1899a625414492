using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace SeminarArchive.Web;

/// <summary>An answer as it was made once, ready to be sent any number of times; held packed, since that is how nearly everybody takes it.</summary>
public sealed class KeptPage
{
    private readonly KeyValuePair<string, StringValues>[] _headers;
    private readonly EntityTagHeaderValue? _tag;
    private readonly DateTimeOffset? _modified;
    private readonly bool _packs;
    private readonly bool _empty;
    private readonly byte[]?[] _packed = new byte[]?[3];

    /// <param name="headers">All that the answer has of its own; its validators are among them.</param>
    /// <param name="asked">How it is wanted first; the other ways are made when somebody wants them.</param>
    public KeptPage(int status, IEnumerable<KeyValuePair<string, StringValues>> headers, ReadOnlyMemory<byte> body, Packing asked)
    {
        (Status, _headers) = (status, [.. headers]);
        var byName = _headers.ToDictionary(h => h.Key, h => h.Value, StringComparer.OrdinalIgnoreCase);
        _tag = byName.TryGetValue(HeaderNames.ETag, out var tag) ? EntityTagHeaderValue.Parse(tag.ToString()) : null;
        _modified = byName.TryGetValue(HeaderNames.LastModified, out var modified) && HeaderUtilities.TryParseDate(modified.ToString(), out var date) ? date : null;
        _empty = body.Length == 0 && status != StatusCodes.Status200OK;
        _packs = body.Length > 256 && Packs(byName.GetValueOrDefault(HeaderNames.ContentType).ToString());
        var kept = Keep(_packs ? asked == Packing.None ? Packing.Gzip : asked : Packing.None, body);
        Size = (_packs ? 2 * kept.Length : kept.Length) + 1000;
        IsOneOfTwoForms = byName.GetValueOrDefault(HeaderNames.Vary).Contains(HeaderNames.Accept, StringComparer.OrdinalIgnoreCase);
        MayBeKept = !byName.GetValueOrDefault(HeaderNames.CacheControl).ToString().Contains("no-store", StringComparison.OrdinalIgnoreCase);
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

    /// <summary>Bytes in memory, roughly, once it is there in both packings that are kept.</summary>
    public int Size { get; }

    /// <summary>Counts it as asked for once more; near enough where several ask at once. The second time has it packed better, for all who come after.</summary>
    public void Touch()
    {
        if (++Asked == 2 && _packs) ThreadPool.UnsafeQueueUserWorkItem(static page => page.PackAgain(), this, preferLocal: false);
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
        if (_empty) return Task.CompletedTask;

        var packing = _packs ? Packings.Accepted(context.Request.Headers.AcceptEncoding) : Packing.None;
        var bytes = _packed[(int)packing] ?? Pack(packing);
        if (Packings.NameOf(packing) is { } named) headers.ContentEncoding = named;
        response.ContentLength = bytes.Length;
        if (bytes.Length == 0 || HttpMethods.IsHead(context.Request.Method)) return Task.CompletedTask;

        // Without the token of the request, which would be made for this alone: when the client goes, the server ends the writing by itself.
        var writing = response.BodyWriter.WriteAsync(bytes, CancellationToken.None);
        return writing.IsCompletedSuccessfully ? Task.CompletedTask : writing.AsTask();
    }

    private byte[] Pack(Packing packing)
    {
        var there = Array.FindIndex(_packed, p => p is not null);
        var bytes = Packings.Unpack(_packed[there]!, (Packing)there);
        // The few who take nothing packed do not make the rest keep a third form.
        return packing == Packing.None ? bytes : Keep(packing, bytes);
    }

    private byte[] Keep(Packing packing, ReadOnlyMemory<byte> body)
    {
        var bytes = Packings.Pack(body, packing, quickly: Asked < 2);
        _packed[(int)packing] = bytes;
        return bytes;
    }

    private void PackAgain()
    {
        foreach (var packing in (Packing[])[Packing.Gzip, Packing.Brotli])
        {
            if (_packed[(int)packing] is { } quickly) Keep(packing, Packings.Unpack(quickly, packing));
        }
    }

    private static bool Packs(string type) =>
        type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || type.Contains("json", StringComparison.OrdinalIgnoreCase) || type.Contains("xml", StringComparison.OrdinalIgnoreCase)
        || type.StartsWith("application/x-", StringComparison.OrdinalIgnoreCase);
}
