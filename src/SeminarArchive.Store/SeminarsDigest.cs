using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using SeminarArchive.Content;

namespace SeminarArchive.Store;

/// <summary>
/// A number for all seminars together that does not depend on their order, so that one seminar more, less or changed is reckoned in
/// without looking at the others: the exclusive or of a hash of each.
/// </summary>
/// <param name="text">As <see cref="ToString"/> gives it; empty for no seminars.</param>
internal sealed class SeminarsDigest(string text)
{
    private readonly byte[] _sum = text.Length == 0 ? new byte[SHA256.HashSizeInBytes] : Convert.FromHexString(text);

    /// <summary>Reckons a seminar in; called again with the same values, out.</summary>
    public void Toggle(string slug, string key, string hash, SeminarStatus status, long changedAt)
    {
        Span<byte> one = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{slug}\0{key}\0{hash}\0{(int)status}\0{changedAt}\0")), one);
        for (var i = 0; i < one.Length; i++) _sum[i] ^= one[i];
    }

    public override string ToString() => Convert.ToHexString(_sum);
}
