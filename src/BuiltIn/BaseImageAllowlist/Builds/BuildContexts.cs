namespace Gates.BuiltIn.BaseImageAllowlist.Builds;

/// <summary>Named build contexts: each can replace an image or a stage, so an image among them is pulled too.</summary>
internal static class BuildContexts
{
    private const string Image = "docker-image://";

    public static void Add(SourceText source, string name, string value, string where, int line, CollectedImages into)
    {
        if (!value.StartsWith(Image, StringComparison.Ordinal))
        {
            return;
        }

        var text = value[Image.Length..];
        if (text.Contains('$', StringComparison.Ordinal))
        {
            into.AddUnknown(source, "build context", text, where, line, $"the build context \"{name}\" is only known to the run");
        }
        else
        {
            into.AddImage(source, "build context", text, $"build context {name}, {where}", line);
        }
    }
}
