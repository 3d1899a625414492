using System.Buffers;
using System.IO.Compression;
using System.Numerics;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace SeminarArchive.Web;

/// <summary>How the bytes of an answer are packed for the way.</summary>
public enum Packing
{
    None,
    Gzip,
    Brotli,
}

/// <summary>Chooses how to pack, packs and unpacks.</summary>
public static class Packings
{
    // Of Brotli's eleven and zlib's nine. The quick ones take a quarter and half of the time of the others, for a fifth and a tenth more bytes; above these a page takes many times as long for a few bytes less.
    private const int QuickBrotli = 1;
    private const int Brotli = 5;
    private const int QuickGzip = 2;
    private const int Gzip = 6;
    private const int SmallestWindow = 16;
    private const int LargestWindow = 20;

    /// <summary>As <c>Content-Encoding</c> names it; null for none.</summary>
    public static string? NameOf(Packing packing) => packing switch { Packing.Brotli => "br", Packing.Gzip => "gzip", _ => null };

    /// <summary>The best that a client takes, whatever way its header is written; Brotli where it takes both alike.</summary>
    public static Packing Accepted(StringValues header)
    {
        if (header is not [{ Length: > 0 } text]) return header.Count == 0 || header is [_] ? Packing.None : Weigh(header);
        // What browsers send holds no weights.
        return text.Contains(';', StringComparison.Ordinal) || text.Contains('*', StringComparison.Ordinal) ? Weigh(header)
            : Names(text, "br") ? Packing.Brotli : Names(text, "gzip") ? Packing.Gzip : Packing.None;
    }

    /// <param name="quickly">For what may be wanted once only: the time counts for more than a few bytes.</param>
    public static byte[] Pack(ReadOnlyMemory<byte> bytes, Packing packing, bool quickly)
    {
        if (packing == Packing.None) return bytes.ToArray();
        if (packing == Packing.Brotli)
        {
            var room = ArrayPool<byte>.Shared.Rent(BrotliEncoder.GetMaxCompressedLength(bytes.Length));
            try
            {
                return BrotliEncoder.TryCompress(bytes.Span, room, out var length, quickly ? QuickBrotli : Brotli, Math.Clamp(32 - BitOperations.LeadingZeroCount((uint)bytes.Length), SmallestWindow, LargestWindow)) ? room[..length] : throw new InvalidOperationException("Brotli needs more room than it says.");
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(room);
            }
        }

        using var packed = new MemoryStream(bytes.Length / 3);
        using (var gzip = Packer(packed, packing, quickly)) gzip.Write(bytes.Span);
        return packed.ToArray();
    }

    public static byte[] Unpack(byte[] packed, Packing packing)
    {
        if (packing == Packing.None) return packed;
        using var stream = Unpacker(new MemoryStream(packed), packing);
        using var bytes = new MemoryStream(packed.Length * 4);
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Packs another way, piece by piece, what may be too long to lie in memory as it is.</summary>
    public static byte[] Repack(byte[] packed, Packing from, Packing to, bool quickly)
    {
        using var bytes = new MemoryStream(packed.Length);
        using (var packer = Packer(bytes, to, quickly))
        using (var stream = Unpacker(new MemoryStream(packed), from)) stream.CopyTo(packer);
        return bytes.ToArray();
    }

    /// <summary>Packs what is written to it; closes <paramref name="to"/> with itself.</summary>
    public static Stream Packer(Stream to, Packing packing, bool quickly) => packing switch
    {
        Packing.Brotli => new BrotliStream(to, new BrotliCompressionOptions { Quality = quickly ? QuickBrotli : Brotli }),
        Packing.Gzip => new GZipStream(to, new ZLibCompressionOptions { CompressionLevel = quickly ? QuickGzip : Gzip }),
        _ => to,
    };

    /// <summary>Gives what was packed; closes <paramref name="from"/> with itself.</summary>
    public static Stream Unpacker(Stream from, Packing packing) => packing switch
    {
        Packing.Brotli => new BrotliStream(from, CompressionMode.Decompress),
        Packing.Gzip => new GZipStream(from, CompressionMode.Decompress),
        _ => from,
    };

    private static bool Names(string header, string encoding)
    {
        foreach (var part in header.AsSpan().Split(','))
        {
            if (header.AsSpan(part).Trim().Equals(encoding, StringComparison.OrdinalIgnoreCase)) return true;
        }

        return false;
    }

    private static Packing Weigh(StringValues header)
    {
        if (!StringWithQualityHeaderValue.TryParseList(header, out var list)) return Packing.None;

        double? brotli = null, gzip = null, identity = null, other = null;
        foreach (var part in list)
        {
            var weight = part.Quality ?? 1;
            if (part.Value.Equals("br", StringComparison.OrdinalIgnoreCase)) brotli = weight;
            else if (part.Value.Equals("gzip", StringComparison.OrdinalIgnoreCase)) gzip = weight;
            else if (part.Value.Equals("identity", StringComparison.OrdinalIgnoreCase)) identity = weight;
            else if (part.Value == "*") other = weight;
        }

        var (b, g) = (brotli ?? other ?? 0, gzip ?? other ?? 0);
        var best = Math.Max(b, g);
        return best <= 0 || identity > best ? Packing.None : b >= g ? Packing.Brotli : Packing.Gzip;
    }
}
