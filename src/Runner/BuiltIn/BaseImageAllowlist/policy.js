// Judges the images that the gate collected. `settings.allow` is the list; the gate has already said which entry covers which image.
function judge(evidence, settings, report) {
  var listed = settings.allow && settings.allow.length > 0;
  evidence.images.forEach(function (image) {
    if (!image.resolved) {
      report.error('image-unresolved', unresolved(image), place(image, image.written));
    } else if (listed && !image.allowed) {
      report.error('image-not-allowed', notAllowed(image), place(image, image.reference));
    } else if (!image.pinned) {
      report[settings['require-digest'] ? 'error' : 'warning']('image-unpinned', unpinned(image), place(image, image.reference));
    } else {
      report.pass('image-allowed', named(image) + (listed ? ' is covered by `' + image.allowed + '`.' : ' is pinned by its digest.'));
    }
  });
  evidence.unread.forEach(function (file) {
    var where = { path: file.path, line: file.line, identity: file.kind };
    if (file.certain) {
      report.error('unreadable', 'The images of this ' + file.kind + ' cannot be seen: ' + file.reason + '. Mend the file, or `exclude` it if nothing builds or runs it.', where);
    } else {
      report.note('not-read', 'The images of this ' + file.kind + ' were not looked at: ' + file.reason + '.', where);
    }
  });
  (evidence.duplicates || []).forEach(function (duplicate) {
    report.warning('duplicate-key', 'The key `' + duplicate.key + '` stands twice in one map. The decoders of Kubernetes take the last one and do not say so; the images under both were looked at. Remove one.',
      { path: duplicate.path, line: duplicate.line, identity: 'duplicate ' + duplicate.key });
  });
  report.metric('images', evidence.images.length);
  report.metric('pinned-images', evidence.images.filter(function (image) { return image.pinned; }).length);
}

function named(image) {
  var on = image.platform ? ' for ' + image.platform : '';
  return image.reference + ' (' + image.how + ')' + on;
}

function notAllowed(image) {
  var thing = /FROM$/.test(image.kind) ? 'base' : 'image';
  var hint = image.closest ? ' Closest: ' + image.closest + '.' : '';
  if (image.closestDiffers === 'digest') {
    hint += ' That entry allows one content only, by its digest.';
  } else if (image.closestDiffers === 'tag-for-digest') {
    hint += ' A digest wins over a tag, so an entry with a tag alone cannot cover it.';
  }
  return named(image) + ' is not on the allow list.' + hint + ' Add it to `allow` in .github/gates.yml or change the ' + thing + '.';
}

function unresolved(image) {
  var place = image.how.indexOf(image.path + ':' + image.line) < 0 ? image.how + '; ' + image.kind + ', ' + image.path + ':' + image.line : image.how;
  return '`' + image.written + '` (' + place + ') cannot be resolved to an image: ' + image.reason + '.';
}

function unpinned(image) {
  return named(image) + ' has no digest, so what `' + image.tag + '` means can change without a commit here. Pin it: ' + image.reference +
    '@sha256:…, with the digest that `docker buildx imagetools inspect ' + image.reference + '` prints.';
}

// The identity stays the same when the line moves.
function place(image, what) {
  return { path: image.path, line: image.line, column: image.column, identity: image.kind + ' ' + what };
}
