using Shouldly;
using Support;

namespace Runner.Tests.Configuration;

/// <summary>Files that are made from code and committed, so that people and editors find them.</summary>
internal static class Generated
{
    /// <summary>Fails when the file is stale; with <c>UPDATE_DOCS=1</c> in the environment writes it instead.</summary>
    public static void Check(string path, string text)
    {
        var file = Repository.Combine([.. path.Split('/')]);
        if (Environment.GetEnvironmentVariable("UPDATE_DOCS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        (File.Exists(file) ? File.ReadAllText(file) : "").ShouldBe(text, $"{path} is stale: run the tests once with UPDATE_DOCS=1 and commit it");
    }
}
