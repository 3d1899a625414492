namespace SeminarArchive.Content;

/// <summary>Fields with which other programs keep a page off their sites. The archive does not follow them, and says so: somebody relies on them.</summary>
internal static class HiddenElsewhere
{
    private const string Hold = "status: draft  to keep the seminar off the site, or  status: withdrawn  with a  reason:";

    // Of pages and people there are no drafts.
    private const string Remove = "take the file out of the folder  content";

    /// <summary>False when the field is none of them, or does not hide anything.</summary>
    /// <param name="name">Without hyphens, underscores and spaces; where it is a slip of the pen, what is meant.</param>
    public static bool Tell(YamlText key, string name, YamlNode value, ProblemList problems)
    {
        if (value is YamlList { Items: [var only] }) value = only;
        var isSeminar = !problems.IsPage && !problems.IsPerson;
        if (value is not YamlText { Value: var written } || PlainText.IsNothing(written)) return false;
        var text = PlainText.Clean(written);
        if (name is "expirydate" or "expires" or "expiry" or "expireson" or "unpublishdate" or "unpublishon")
        {
            problems.Add(Rules.FieldExpires, key.Place, $"The archive takes nothing off the site by itself: \"{key.Value.Trim()}\" is left out.",
                $"When that day has come, {(isSeminar ? $"write  {Hold}" : Remove)} . Until then, delete the line.");
            return true;
        }

        var hides = name switch
        {
            "private" or "hidden" or "unlisted" or "draft" => StatusFields.Switch(text) == true,
            "published" => StatusFields.Switch(text) == false,
            "visibility" or "state" or "poststatus" or "status" => text.ToLowerInvariant() is "draft" or "private" or "hidden" or "unlisted" or "unpublished" or "pending" or "embargoed" or "withdrawn" or "internal" or "protected",
            _ => false,
        };
        if (!hides) return false;

        var (cause, fix) = isSeminar ? ("keeps a page off other sites; the archive does not know the field.", $"Write  {Hold} . If everybody may read it, delete the line.")
            : ($"does not keep {(problems.IsPerson ? "a people file" : "a page")} off the site: there are no drafts of it. The archive leaves out the whole file, or keeps it as it was before.", $"Until everybody may read it, {Remove} . Then delete the line.");
        problems.Add(Rules.FieldHides, key.Place, $"\"{key.Value.Trim()}: {text}\" {cause}", fix);
        return true;
    }
}
