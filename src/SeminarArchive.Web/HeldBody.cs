namespace SeminarArchive.Web;

/// <summary>A body that was whole in memory before it was sent.</summary>
public sealed class HeldBody : PackedBody
{
    // Below this, packing makes hardly any shorter what goes out in one piece anyway.
    private const int Shortest = 256;

    private HeldBody(byte[] bytes, Packing packing)
        : base(bytes, packing)
    {
    }

    /// <param name="type">Its media type: pictures, for one, are packed already.</param>
    /// <param name="asked">How it is wanted first; the other ways are made when somebody wants them.</param>
    public static HeldBody From(ReadOnlyMemory<byte> body, string type, Packing asked)
    {
        var packing = body.Length <= Shortest || !Packs(type) ? Packing.None : asked == Packing.None ? Packing.Gzip : asked;
        return new HeldBody(Packings.Pack(body, packing, quickly: true), packing);
    }

    protected override Task SendAsync(HttpContext context, Packing packing)
    {
        var response = context.Response;
        var bytes = this[packing] ?? Make(packing);
        response.ContentLength = bytes.Length;
        if (bytes.Length == 0 || HttpMethods.IsHead(context.Request.Method)) return Task.CompletedTask;

        // Without the token of the request, which would be made for this alone: when the client goes, the server ends the writing by itself.
        var writing = response.BodyWriter.WriteAsync(bytes, CancellationToken.None);
        return writing.IsCompletedSuccessfully ? Task.CompletedTask : writing.AsTask();
    }

    protected override byte[] Repack(byte[] bytes, Packing from, Packing to) => Packings.Pack(Packings.Unpack(bytes, from), to, quickly: !IsWanted);

    private byte[] Make(Packing packing)
    {
        var (bytes, there) = Any();
        // The few who take nothing packed do not make the rest keep a third form.
        return packing == Packing.None ? Packings.Unpack(bytes, there) : this[packing] = Repack(bytes, there, packing);
    }

    private static bool Packs(string type) =>
        type.StartsWith("text/", StringComparison.OrdinalIgnoreCase) || type.Contains("json", StringComparison.OrdinalIgnoreCase) || type.Contains("xml", StringComparison.OrdinalIgnoreCase)
        || type.StartsWith("application/x-", StringComparison.OrdinalIgnoreCase);
}
