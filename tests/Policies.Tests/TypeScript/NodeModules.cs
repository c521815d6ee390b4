using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Xunit;

namespace Policies.Tests.TypeScript;

/// <summary>Node.js, which runs modules and TypeScript's own compiler: what the eraser is held against.</summary>
public static class NodeModules
{
    /// <summary>Reads { modules, values, typescript } and prints what each module exports by default.</summary>
    private const string Script = """
        const fs = require("node:fs"), path = require("node:path"), { pathToFileURL } = require("node:url");
        const { modules, values, typescript } = JSON.parse(fs.readFileSync(0, "utf8"));
        const folder = fs.mkdtempSync(path.join(require("node:os").tmpdir(), "erased-"));
        const ts = typescript && require(typescript);
        const options = ts && { target: ts.ScriptTarget.ESNext, module: ts.ModuleKind.ESNext, verbatimModuleSyntax: true };
        const run = async (text, index) => {
          const file = path.join(folder, `${index}.mjs`);
          fs.writeFileSync(file, ts ? ts.transpileModule(text, { compilerOptions: options }).outputText : text);
          return JSON.stringify((await import(pathToFileURL(file))).default) ?? "undefined";
        };
        fs.writeFileSync(path.join(folder, "package.json"), '{"type":"module"}');
        fs.writeFileSync(path.join(folder, "values.js"), values);
        Promise.all(modules.map((text, index) => run(text, index).catch((e) => `${e}`)))
          .then((answers) => { fs.rmSync(folder, { recursive: true }); process.stdout.write(JSON.stringify(answers)); });
        """;

    public static void SkipWithoutNode() => Assert.SkipUnless(Find("node") is not null, "Node.js is not installed, so nothing runs what was erased");

    /// <returns>What each module exports by default, as JSON; what it threw, if it did.</returns>
    public static async Task<string[]> RunAsync(IEnumerable<string> modules, string? typescript)
    {
        var start = new ProcessStartInfo(Find("node")!, ["-e", Script])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var request = JsonSerializer.SerializeToUtf8Bytes(new { modules, values = Corpus.Values, typescript });
        await process.StandardInput.BaseStream.WriteAsync(request);
        process.StandardInput.Close();
        return JsonSerializer.Deserialize<string[]>(Encoding.UTF8.GetBytes(await output))!;
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static string? Find(string program) =>
        (Variable("PATH") ?? "").Split(':').Where(folder => folder.Length > 0).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
