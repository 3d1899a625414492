using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace SeminarArchive.Content;

/// <summary>The fields that one kind of file may have, and how to find them by what editors write.</summary>
/// <param name="lookalikes">Names that are suggested for, never taken for, a field's own; without hyphens, underscores and spaces.</param>
internal sealed class FieldTable(IReadOnlyList<Field> fields, IReadOnlyDictionary<string, string> lookalikes)
{
    private readonly FrozenDictionary<string, Field> byName = fields
        .SelectMany(field => field.Aliases.Prepend(field.Name), (field, name) => (Key: Bare(name), Field: field))
        .ToFrozenDictionary(pair => pair.Key, pair => pair.Field, StringComparer.Ordinal);

    /// <summary>The field that goes by this name, however it is capitalised, hyphenated or spaced.</summary>
    public bool TryFind(string name, [NotNullWhen(true)] out Field? field) => byName.TryGetValue(Bare(name), out field);

    /// <summary>The known name an unknown one may be meant for; null when none is close.</summary>
    public string? Suggest(string name) =>
        lookalikes.TryGetValue(Bare(name), out var meant) ? meant : Spelling.Closest(name, fields.SelectMany(field => field.Aliases.Prepend(field.Name)));

    /// <summary>The name in small letters, without hyphens, underscores, spaces and what nobody sees.</summary>
    public static string Bare(string name)
    {
        Span<char> bare = stackalloc char[Math.Min(name.Length, 64)];
        var length = 0;
        foreach (var c in name)
        {
            if (c is '-' or '_' or ' ' or '\u00AD' || PlainText.IsInvisible(c)) continue;
            if (length == bare.Length) return name;
            bare[length++] = char.ToLowerInvariant(c);
        }

        return new string(bare[..length]);
    }
}
