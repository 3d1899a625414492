namespace SeminarArchive.Web.Formats;

/// <summary>
/// One document of a list's feed: the latest seminars, or an archived page of earlier ones (RFC 5005). Pages are counted from the oldest and always
/// full, so that they keep their seminars when others come.
/// </summary>
/// <param name="Number">Of an archived page; null in the document that readers subscribe to.</param>
/// <param name="Pages">How many archived pages there are.</param>
/// <param name="Entries">The latest first.</param>
/// <param name="Updated">When what it holds last changed.</param>
public sealed record FeedPage(FeedKind Kind, Listing List, int? Number, int Pages, IReadOnlyList<FeedEntry> Entries, DateTimeOffset Updated, SiteOptions Site, string Origin)
{
    public required string Id { get; init; }

    public string Title => XmlText.Clean(List.Address == "/" ? Site.Title : $"{List.Name} – {Site.Title}");

    public string Description => XmlText.Clean(List.Address == "/" && Site.Description.Length > 0 ? Site.Description : $"{List.Name}, the latest first.");

    /// <summary>The list's page.</summary>
    public string Address => Origin + List.Address;

    /// <summary>The document that readers subscribe to.</summary>
    public string Current => Origin + Kind.AddressOf(List.Address);

    public string Self => Number is { } number ? Page(number) : Current;

    /// <summary>What precedes it in time; null at the beginning.</summary>
    public string? Earlier => Number is null ? (Pages > 0 ? Page(Pages) : null) : Number > 1 ? Page(Number.Value - 1) : null;

    /// <summary>The archived page that follows it; null where there is none yet.</summary>
    public string? Later => Number < Pages ? Page(Number.Value + 1) : null;

    private string Page(int number) => Origin + Kind.AddressOf(List.Address, number);
}
