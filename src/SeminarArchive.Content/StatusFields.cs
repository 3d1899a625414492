namespace SeminarArchive.Content;

/// <summary>Whether a seminar is on the site, and whether it took place.</summary>
internal static class StatusFields
{
    /// <summary>The words to write; others that are understood are those of other sites.</summary>
    public static readonly IReadOnlyList<string> Words = ["published", "draft", "withdrawn", "cancelled", "postponed"];

    public static (SeminarStatus Status, EventStatus Event, string? Reason) Read(FrontMatterFields fields)
    {
        var problems = fields.Problems;
        var (status, plan) = (SeminarStatus.Published, EventStatus.Scheduled);
        if (fields.One("status") is { } field && fields.Text(field, 100) is { } text)
        {
            if (Meaning(text) is { } meant)
            {
                (status, plan) = meant;
            }
            else
            {
                problems.Add(Rules.StatusUnknown, field.Place, $"{PlainText.Quote(text)} is not a status.",
                    Spelling.Closest(text, Words) is { } near ? $"Did you mean  status: {near} ?" : "Write  status: published ,  draft ,  cancelled ,  postponed  or  withdrawn  (with a reason: ).");
            }
        }

        if (status == SeminarStatus.Published && (YesNo(fields, "published") == false || YesNo(fields, "draft") == true)) status = SeminarStatus.Draft;

        var reason = fields.Text("reason", 1000);
        if (status == SeminarStatus.Withdrawn && reason is null)
            problems.Add(Rules.ReasonMissing, fields.One("status")?.Place ?? new Place(1, 1), "The seminar is withdrawn, but readers are not told why.", "Add a line such as  reason: At the speaker's request");
        if (status != SeminarStatus.Withdrawn && plan == EventStatus.Scheduled && reason is not null)
        {
            reason = null;
            problems.Add(Rules.ReasonUnused, fields.One("reason")!.Key.Place, "A reason is given, but the seminar is not withdrawn, cancelled or postponed.", "Add  status: withdrawn ,  status: cancelled  or  status: postponed , or delete the reason.");
        }

        return (status, plan, reason);
    }

    // "confirmed" is the word of calendars, and American spelling spares an l.
    private static (SeminarStatus Status, EventStatus Event)? Meaning(string text) => text.ToLowerInvariant() switch
    {
        "published" or "confirmed" or "scheduled" => (SeminarStatus.Published, EventStatus.Scheduled),
        "draft" => (SeminarStatus.Draft, EventStatus.Scheduled),
        "withdrawn" => (SeminarStatus.Withdrawn, EventStatus.Scheduled),
        "cancelled" or "canceled" => (SeminarStatus.Published, EventStatus.Cancelled),
        "postponed" => (SeminarStatus.Published, EventStatus.Postponed),
        _ => null,
    };

    public static bool IsStatus(string text) => Meaning(text) is not null;

    /// <summary>The status that a field of another name speaks of, <c>cancelled: true</c> or <c>state: postponed</c>; null when it says that the seminar was held, or nothing.</summary>
    public static string? SaidBy(string name, YamlNode value)
    {
        if (value is not YamlText { Value: var written }) return null;
        var text = PlainText.Clean(written);
        var word = Switch(text) == true ? FieldTable.Bare(name) : text;
        return Meaning(word) switch
        {
            (_, EventStatus.Cancelled) => "cancelled",
            (_, EventStatus.Postponed) => "postponed",
            _ => null,
        };
    }

    private static bool? YesNo(FrontMatterFields fields, string name)
    {
        if (fields.One(name) is not { } field || fields.Text(field, 200) is not { } text) return null;
        if (Switch(text) is { } yes) return yes;
        // Some sites write the day there; WhenFields reads it.
        if (name == "published" && DateText.HoldsDigit(DateText.Plain(text))) return null;
        fields.Problems.Add(Rules.YesOrNo, field.Place, $"\"{field.Name}\" should be true or false, not {PlainText.Quote(text)}.", $"Write  {name}: true  or  {name}: false ; to keep it off the site, write  status: draft .");
        return null;
    }

    /// <summary>Null when the text is none of the words for true and false.</summary>
    public static bool? Switch(string text) => text.ToLowerInvariant() switch
    {
        "true" or "yes" or "on" or "1" or "y" => true,
        "false" or "no" or "off" or "0" or "n" => false,
        _ => null,
    };
}
