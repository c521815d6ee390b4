namespace Gates.Runner.TypeScript;

/// <summary>The files of this folder that go into the program.</summary>
internal static class EmbeddedText
{
    public static string Read(string name)
    {
        using var stream = typeof(EmbeddedText).Assembly.GetManifestResourceStream("TypeScript/" + name)
            ?? throw new InvalidOperationException(name + " is not embedded in the program");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
