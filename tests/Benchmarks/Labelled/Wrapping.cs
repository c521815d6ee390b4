using System.Formats.Tar;
using System.IO.Compression;
using System.Text;

namespace Benchmarks.Labelled;

/// <summary>Ways in which a token is hidden from who reads plain text.</summary>
internal static class Wrapping
{
    public const int Kinds = 12;

    public static LabelledFile Wrap(int kind, string value, string rule)
    {
        var line = Encoding.UTF8.GetBytes($"value = \"{value}\"\n");
        return kind switch
        {
            0 => Text("k8s/config.yaml", "data:\n  app: " + Convert.ToBase64String(line) + "\n", 2, rule),
            1 => Text("deploy/twice.txt", "x: " + Convert.ToBase64String(Encoding.UTF8.GetBytes(Convert.ToBase64String(line))) + "\n", 1, rule),
            2 => Text("logs/url.log", "GET /?q=" + string.Concat(line.Select(b => $"%{b:X2}")) + " 200\n", 1, rule),
            3 => Text("src/blob.py", "DATA = bytes.fromhex(\"" + Convert.ToHexStringLower(line) + "\")\n", 1, rule),
            4 => Text("logs/escaped.json", "{\"m\": \"" + string.Concat(value.Select(c => $"\\u{(int)c:x4}")) + "\"}\n", 1, rule),
            5 => new LabelledFile("logs/app.log.gz", Packed(stream => new GZipStream(stream, CompressionLevel.Fastest), line), [new Plant(0, rule)]),
            6 => new LabelledFile("release/app.zip", Zip("config/app.env", line), [new Plant(0, rule)]),
            7 => new LabelledFile("release/app.tar.gz", Packed(stream => new GZipStream(stream, CompressionLevel.Fastest), Tar(line)), [new Plant(0, rule)]),
            8 => new LabelledFile("docs/plan.docx", Zip("word/document.xml", Encoding.UTF8.GetBytes(
                $"<w:document xmlns:w=\"w\"><w:body><w:p><w:r><w:t>{value[..5]}</w:t></w:r><w:r><w:t>{value[5..]}</w:t></w:r></w:p></w:body></w:document>")),
                [new Plant(0, rule)]),
            9 => new LabelledFile(
                "config/wide.txt",
                [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes($"first\nvalue = \"{value}\"\n")],
                [new Plant(2, rule)]),
            10 => new LabelledFile(
                "data/app.db",
                [.. "SQLite format 3\0"u8, .. new byte[2000], 7, 0, .. Encoding.UTF8.GetBytes(value), 0, .. new byte[500]],
                [new Plant(0, rule)]),
            _ => Text("notes/run.ipynb", "{\"cells\": [{\"cell_type\": \"code\", \"source\": [\n  \"c = Client(\\\"" + value + "\\\")\\n\"\n]}]}\n", 2, rule),
        };
    }

    private static LabelledFile Text(string path, string content, int line, string rule) => new(path, Encoding.UTF8.GetBytes(content), [new Plant(line, rule)]);

    private static byte[] Packed(Func<Stream, Stream> pack, byte[] content)
    {
        var result = new MemoryStream();
        using (var stream = pack(result))
        {
            stream.Write(content);
        }

        return result.ToArray();
    }

    private static byte[] Zip(string name, byte[] content)
    {
        var result = new MemoryStream();
        using (var zip = new ZipArchive(result, ZipArchiveMode.Create, leaveOpen: true))
        using (var entry = zip.CreateEntry(name).Open())
        {
            entry.Write(content);
        }

        return result.ToArray();
    }

    private static byte[] Tar(byte[] content)
    {
        var result = new MemoryStream();
        using (var tar = new TarWriter(result, leaveOpen: true))
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, "config/app.env") { DataStream = new MemoryStream(content) });
        }

        return result.ToArray();
    }
}
