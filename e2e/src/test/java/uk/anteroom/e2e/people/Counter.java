package uk.anteroom.e2e.people;

/** Reads, inside a page, the counter above the other's picture (see {@code stage.Counted}) at every frame that is shown. */
final class Counter {

    /** Begins to read, once for each page, and answers whether there is a picture to read. */
    static final String BEGIN = """
            () => {
              const video = document.querySelector('#remote-picture');
              if (!video) return false;
              if (window.counted?.video === video) return true;
              const counted = (window.counted = { video, number: -1, spoilt: 0, changes: [] });
              const [width, height, blocks] = [320, 40, 16];
              const canvas = document.createElement('canvas');
              canvas.width = width;
              canvas.height = height;
              const brush = canvas.getContext('2d', { willReadFrequently: true });
              const look = () => {
                brush.drawImage(video, 0, 0, video.videoWidth, (video.videoHeight * 2) / 9, 0, 0, width, height);
                const pixels = brush.getImageData(0, 0, width, height).data;
                const bright = (block, y) => pixels[(y * width + block * 20 + 10) * 4 + 1] > 125;
                let number = 0;
                let whole = true;
                for (let block = 0; block < blocks; block++) {
                  if (bright(block, 10) === bright(block, 30)) whole = false;
                  if (bright(block, 10)) number |= 1 << block;
                }
                if (!whole) counted.spoilt++;
                else if (number !== counted.number) {
                  counted.number = number;
                  counted.changes.push(performance.timeOrigin + performance.now());
                }
                video.requestVideoFrameCallback(look);
              };
              video.requestVideoFrameCallback(look);
              return true;
            }
            """;

    /** How often it has changed so far. */
    static final String CHANGES = "() => window.counted.changes.length";

    /** The moments in the page's own time, milliseconds. */
    static final String NOW = "() => performance.timeOrigin + performance.now()";

    /** The longest time without a change from a moment until now. */
    static final String LONGEST_GAP = """
            (since) => {
              const moments = [since, ...window.counted.changes.filter((change) => change > since), performance.timeOrigin + performance.now()];
              return Math.max(...moments.slice(1).map((moment, i) => moment - moments[i]));
            }
            """;

    /** When it changed for the first time after a moment, or null. */
    static final String NEXT_CHANGE = "(since) => window.counted.changes.find((change) => change > since) ?? null";

    /** How many frames could not be read. */
    static final String SPOILT = "() => window.counted.spoilt";

    private Counter() {}
}
