namespace SeminarArchive.Content;

/// <summary>Fields with which other programs keep a page off their sites. The archive does not follow them, and says so: somebody relies on them.</summary>
internal static class HiddenElsewhere
{
    private const string Hold = "status: draft  to keep the seminar off the site, or  status: withdrawn  with a  reason:";

    /// <summary>False when the field is none of them, or does not hide anything.</summary>
    public static bool Tell(YamlText key, YamlNode value, ProblemList problems)
    {
        if (value is YamlList { Items: [var only] }) value = only;
        if (value is not YamlText { Value: var written } || PlainText.IsNothing(written)) return false;
        var text = PlainText.Clean(written);
        var name = FieldTable.Bare(key.Value.Trim());
        if (name is "expirydate" or "expires" or "expiry" or "expireson" or "unpublishdate" or "unpublishon")
        {
            problems.Add(Rules.FieldExpires, key.Place, $"The archive takes nothing off the site by itself: \"{key.Value.Trim()}\" is left out.",
                $"When that day has come, write  {Hold} . Until then, delete the line.");
            return true;
        }

        var hides = name switch
        {
            "private" or "hidden" or "unlisted" => StatusFields.Switch(text) == true,
            "visibility" or "state" or "poststatus" => text.ToLowerInvariant() is "draft" or "private" or "hidden" or "unlisted" or "unpublished" or "pending" or "embargoed" or "withdrawn" or "internal" or "protected",
            _ => false,
        };
        if (hides) problems.Add(Rules.FieldHides, key.Place, $"\"{key.Value.Trim()}: {text}\" keeps a page off other sites; the archive does not know the field.", $"Write  {Hold} . If everybody may read it, delete the line.");
        return hides;
    }
}
