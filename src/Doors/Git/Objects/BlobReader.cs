using System.Globalization;
using System.Security.Cryptography;
using Gates.Formats.Foundation;

namespace Gates.Doors.Git.Objects;

/// <summary>Reads contents one after the other through a git of its own, so that one of any size takes no memory. Not for several threads at once.</summary>
internal sealed class BlobReader(GitCommand git) : IDisposable
{
    private GitProcess? process;
    private Content? current;

    /// <summary>Opens a content; the one that was open before ends. It is hashed as it is read, and reading its end proves it.</summary>
    /// <exception cref="EvaluationException">It is missing, or no file's content.</exception>
    public Stream Open(string id)
    {
        current?.Dispose();
        current = null;
        return current = new Content(this, id);
    }

    /// <summary>Ends git. What is opened afterwards begins anew, so this is also the way on after an error.</summary>
    public void Dispose()
    {
        current?.Abandon();
        current?.Dispose();
        process?.Dispose();
        (process, current) = (null, null);
    }

    /// <summary>Begins an answer.</summary>
    /// <returns>How many bytes follow.</returns>
    private long Ask(string id)
    {
        process ??= new GitProcess(git, "--batch");
        process.AskAsync([id]).GetAwaiter().GetResult();
        var header = process.ReadLine(id).Split(' ');
        return header is [_, "blob", var text] && header[0] == id && long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var size) ? size
            : header is [_, "missing"] ? throw MissingObject.Error(id)
            : throw new EvaluationException($"the object {id} is a {header.ElementAtOrDefault(1)} where git has a blob");
    }

    private sealed class Content : Stream
    {
        private readonly BlobReader reader;
        private readonly string id;
        private IncrementalHash hash;
        private long position;
        private bool isDone;
        private bool isDisposed;

        public Content(BlobReader reader, string id)
        {
            this.reader = reader;
            this.id = id;
            Length = reader.Ask(id);
            hash = ObjectId.Begin("blob", Length, id.Length);
            Prove();
        }

        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length { get; }

        public override long Position { get => position; set => Seek(value, SeekOrigin.Begin); }

        public override int Read(Span<byte> buffer)
        {
            var wanted = (int)Math.Min(buffer.Length, Length - position);
            if (wanted == 0)
            {
                return 0;
            }

            var count = reader.process!.Read(buffer[..wanted], id);
            hash.AppendData(buffer[..count]);
            position += count;
            Prove();
            return count;
        }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        /// <summary>Leaves the rest where it is: git ends.</summary>
        public void Abandon() => isDone = true;

        /// <summary>Reads what nobody wanted, so that the next answer begins where it is looked for.</summary>
        private void Finish()
        {
            var rest = new byte[1 << 16];
            while (!isDone && Read(rest) > 0)
            {
            }
        }

        public override void Flush() => throw new NotSupportedException();

        /// <summary>Only to the beginning: git is asked again.</summary>
        public override long Seek(long offset, SeekOrigin origin)
        {
            if (offset != 0 || origin != SeekOrigin.Begin)
            {
                throw new NotSupportedException();
            }

            if (position > 0)
            {
                Finish();
                reader.Ask(id);
                (position, isDone) = (0, false);
                hash.Dispose();
                hash = ObjectId.Begin("blob", Length, id.Length);
            }

            return 0;
        }

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            if (!isDisposed)
            {
                isDisposed = true;
                using (hash)
                {
                    Finish();
                }
            }

            base.Dispose(disposing);
        }

        private void Prove()
        {
            if (position < Length || isDone)
            {
                return;
            }

            isDone = true;
            var isWhole = reader.process!.ReadLine(id).Length == 0;
            if (!isWhole || ObjectId.End(hash) != id)
            {
                throw new EvaluationException(
                    $"the object {id} of this clone does not hold what its id says: it was forged, or is damaged. Do not trust this clone; clone anew");
            }
        }
    }
}
