using System.IO.Compression;

namespace SeminarArchive.Tests.Pages;

/// <summary>Asks as clients do that take answers packed, and reads what they get.</summary>
internal static class PackedAnswer
{
    /// <param name="encodings">The header <c>Accept-Encoding</c>; null to send none.</param>
    public static Task<HttpResponseMessage> AskAsync(Site site, string address, string? encodings, HttpMethod? method = null)
    {
        var request = new HttpRequestMessage(method ?? HttpMethod.Get, address);
        if (encodings is not null) request.Headers.TryAddWithoutValidation("Accept-Encoding", encodings);
        return site.SendAsync(request);
    }

    public static async Task<string> UnpackedAsync(HttpResponseMessage answer)
    {
        var stream = await answer.Content.ReadAsStreamAsync();
        using var reader = new StreamReader(string.Concat(answer.Content.Headers.ContentEncoding) switch
        {
            "br" => new BrotliStream(stream, CompressionMode.Decompress),
            "gzip" => new GZipStream(stream, CompressionMode.Decompress),
            _ => stream,
        });
        return await reader.ReadToEndAsync();
    }
}
