using System.Text;
using Gates.Doors.Git;
using Gates.Formats.Foundation;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Git.Objects;

public sealed class BlobReaderTests
{
    [Fact]
    public async Task Contents_are_read_in_turn_in_parts_and_again()
    {
        var large = string.Concat(Enumerable.Range(0, 200_000));
        using var folder = new TempRepository().Write("large", large).Write("empty", "").Write("small", "small\n\n");
        folder.Commit();
        using var reader = (await GitRepository.FindAsync(folder.Info, null, CancellationToken.None))!.OpenBlobs();
        string IdOf(string path) => folder.Git("rev-parse", "HEAD:" + path);

        reader.Open(IdOf("large")).ReadExactly(new byte[10]);
        Text(reader.Open(IdOf("small"))).ShouldBe("small\n\n");
        Text(reader.Open(IdOf("empty"))).ShouldBe("");
        var again = reader.Open(IdOf("large"));
        Text(again).ShouldBe(large);
        again.Position = 0;
        Text(again).ShouldBe(large);
        again.Length.ShouldBe(large.Length);
        Should.Throw<EvaluationException>(() => reader.Open(new string('1', 40))).Message.ShouldContain("is missing from this clone");
        Should.Throw<EvaluationException>(() => reader.Open(folder.Git("rev-parse", "HEAD"))).Message.ShouldContain("is a commit where git has a blob");
        reader.Dispose();
        Text(reader.Open(IdOf("small"))).ShouldBe("small\n\n");
    }

    [Fact]
    public async Task Content_that_is_not_what_its_id_says_is_refused()
    {
        using var folder = new TempRepository().Write("a", "what was committed").Write("b", "what is said to be it");
        folder.Commit();
        var (id, other) = (folder.Git("rev-parse", "HEAD:a"), folder.Git("rev-parse", "HEAD:b"));
        string FileOf(string blob) => Path.Combine(folder.Path, ".git", "objects", blob[..2], blob[2..]);
        File.SetAttributes(FileOf(id), FileAttributes.Normal);
        File.Copy(FileOf(other), FileOf(id), overwrite: true);
        using var reader = (await GitRepository.FindAsync(folder.Info, null, CancellationToken.None))!.OpenBlobs();

        Should.Throw<EvaluationException>(() => Text(reader.Open(id)));
    }

    private static string Text(Stream content) => new StreamReader(content, Encoding.UTF8, leaveOpen: true).ReadToEnd();
}
